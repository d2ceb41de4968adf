import { join } from "node:path"
import type { DemoSettings } from "./settings"

/** The files and the database of one demo. */
export type DemoFiles = {
  log: string
  postgres: string
  database: string
  emulatorState: string
  /** Says which version of the package the database was migrated for. */
  migrated: string
  /** What was put into the store; exists once that is complete. */
  seed: string
  /** The process of `npm start`, while it runs. */
  pid: string
  /** The process of the store it has started. */
  storePid: string
}

/**
 * Orders paid at the emulator are unknown at Stripe and the other way round, so
 * the two have a database each.
 */
export function demoFiles(settings: DemoSettings): DemoFiles {
  const { folder } = settings
  const mode = settings.stripe ? "stripe" : "emulator"
  return {
    log: join(folder, "demo.log"),
    postgres: join(folder, "postgres-17"),
    database: settings.database ?? `medusa_plugin_refunds_${mode}`,
    emulatorState: join(folder, "stripe-emulator.json"),
    migrated: join(folder, `${mode}.migrated`),
    seed: join(folder, `${mode}.seed.json`),
    pid: join(folder, "pid"),
    storePid: join(folder, "store.pid"),
  }
}
