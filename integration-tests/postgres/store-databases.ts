import type { PostgresConnection } from "./connection"
import { databasesLike, dropDatabase } from "./databases"
import { isAlive } from "./processes"

const PREFIX = "refunds-store-"

/** The database of the store that a process of Jest keeps for its test files. */
export const storeDatabase = (pid: number): string => `${PREFIX}${pid}`

/** Deletes those of processes that have ended: they leave them behind. */
export async function dropLeftStoreDatabases(
  server: PostgresConnection
): Promise<void> {
  for (const name of await databasesLike(server, `${PREFIX}%`)) {
    if (!isAlive(Number(name.slice(PREFIX.length)))) {
      await dropDatabase(server, name)
    }
  }
}
