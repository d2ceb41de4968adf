import { rmSync } from "node:fs"
import type { PostgresConnection } from "../../integration-tests/postgres/connection"
import {
  dropDatabase,
  ensureDatabase,
} from "../../integration-tests/postgres/databases"
import { hashPlugin } from "./build-plugin"
import type { DemoFiles } from "./demo-files"
import { onceFor } from "./marker"
import { runMedusa } from "./medusa-command"
import { STORE_FOLDER } from "./paths"

/** The one user of the demo's admin. */
export const DEMO_USER = {
  email: "admin@example.com",
  password: "supersecret",
}

/** Deletes all that a demo keeps of its orders. */
export async function forgetStore(
  files: DemoFiles,
  postgres: PostgresConnection
): Promise<void> {
  await dropDatabase(postgres, files.database)
  for (const file of [files.migrated, files.seed, files.emulatorState]) {
    rmSync(file, { force: true })
  }
}

/** Creates the database or brings it up to date. */
export async function migrateStore(
  files: DemoFiles,
  postgres: PostgresConnection,
  env: Record<string, string>,
  signal: AbortSignal
): Promise<void> {
  await onceFor(files.migrated, hashPlugin(), async () => {
    await ensureDatabase(postgres, files.database)
    const args = ["db:migrate", "--execute-all-links", "--skip-scripts"]
    await runMedusa({ args, cwd: STORE_FOLDER, env, log: files.log }, signal)
  })
}

/** Creates the user who may log in to the admin. */
export async function createUser(
  files: DemoFiles,
  env: Record<string, string>,
  signal: AbortSignal
): Promise<void> {
  const { email, password } = DEMO_USER
  const args = ["user", "--email", email, "--password", password]
  await runMedusa({ args, cwd: STORE_FOLDER, env, log: files.log }, signal)
}
