import { mkdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { hashContents } from "../../scripts/demo/content-hash"
import { runMedusa } from "../../scripts/demo/medusa-command"
import { PACKAGE_FOLDER } from "../../scripts/demo/paths"
import { databaseUrl, type PostgresConnection } from "./connection"
import {
  copyDatabase,
  databasesLike,
  dropDatabase,
  ensureDatabase,
  renameDatabase,
} from "./databases"
import { withFileLock } from "./file-lock"

const PREFIX = "refunds-migrated-"
/** Everything that decides which tables a store has. */
const INPUTS = [
  "package-lock.json",
  "medusa-config.ts",
  "src/modules/refunds/models",
  "src/modules/refunds/migrations",
  "src/modules/refunds/schema",
  "src/modules/refund-notices/models",
  "src/modules/refund-notices/migrations",
  "src/modules/refund-requests/models",
  "src/modules/refund-requests/migrations",
]
const MIGRATION_TIMEOUT = 300_000

/**
 * Makes the database that the stores of the tests begin with, unless there is
 * one of this state of the source: copying it takes a tenth of a second,
 * migrating some seconds in each test file.
 *
 * @returns its name
 */
export async function prepareMigratedDatabase(
  server: PostgresConnection
): Promise<string> {
  const name = `${PREFIX}${hashContents(PACKAGE_FOLDER, INPUTS).slice(0, 16)}`
  const folder = join(tmpdir(), "refunds-migrated")
  mkdirSync(folder, { recursive: true })
  await withFileLock(
    join(folder, `${server.port}.lock`),
    async () => {
      const existing = await databasesLike(server, `${PREFIX}%`)
      if (!existing.includes(name)) {
        await migrate(server, name, join(folder, "migrate.log"))
      }
      for (const old of existing.filter((each) => each !== name)) {
        await dropDatabase(server, old)
      }
    },
    MIGRATION_TIMEOUT
  )
  return name
}

/** Creates a database with every table of a store, and nothing in them. */
export const createMigratedDatabase = (
  server: PostgresConnection,
  name: string
): Promise<void> => copyDatabase(server, migratedDatabase(), name)

/** It gets its name when it is whole: a run that was stopped leaves none. */
async function migrate(
  server: PostgresConnection,
  name: string,
  log: string
): Promise<void> {
  const unfinished = `unfinished-${name}`
  await dropDatabase(server, unfinished)
  await ensureDatabase(server, unfinished)
  await runMedusa({
    args: ["db:migrate", "--execute-all-links", "--skip-scripts"],
    cwd: PACKAGE_FOLDER,
    env: { DATABASE_URL: databaseUrl(server, unfinished) },
    log,
  })
  await renameDatabase(server, unfinished, name)
}

function migratedDatabase(): string {
  const name = process.env.REFUNDS_MIGRATED_DATABASE
  if (!name) {
    throw new Error("The global setup of this Jest project makes no database.")
  }
  return name
}
