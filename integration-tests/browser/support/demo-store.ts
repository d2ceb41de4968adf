import type { DemoSeed, SeedInput } from "../../demo/seed"

/** The demo that the browser tests share. */
export type DemoStore = SeedInput & {
  /** Where a person opens the admin. */
  adminUrl: string
  emulatorUrl: string
  /** The page that shows what customers were told. */
  mailboxUrl: string
  /** Where customers look. */
  storefrontUrl: string
  seed: DemoSeed
}

const VARIABLE = "REFUNDS_DEMO_STORE"

/** Called by Jest's globalSetup: test files see only the environment. */
export function publishDemoStore(store: DemoStore): void {
  process.env[VARIABLE] = JSON.stringify(store)
}

/** The demo that was started for the browser tests. */
export function demoStore(): DemoStore {
  const value = process.env[VARIABLE]
  if (!value) {
    throw new Error("Run the browser tests with `npm run test:browser`.")
  }
  return JSON.parse(value)
}
