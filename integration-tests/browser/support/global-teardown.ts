import { demoCleanUp } from "./global-setup"

/** Stops what `global-setup.ts` has started. */
export default async function globalTeardown(): Promise<void> {
  await demoCleanUp.run()
}
