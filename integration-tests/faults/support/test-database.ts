import { Client } from "pg"
import {
  databaseUrl,
  testServer,
  type PostgresConnection,
} from "../../postgres/connection"
import { dropDatabase, ensureDatabase } from "../../postgres/databases"
import { createMigratedDatabase } from "../../postgres/migrated-database"

/** A database of one test, for stores that run in processes of their own. */
export type TestDatabase = {
  url: string
  query<Row>(sql: string, values?: unknown[]): Promise<Row[]>
  drop(): Promise<void>
}

/** Creates an empty database on the server that Jest's global setup started. */
export const createTestDatabase = (name: string): Promise<TestDatabase> =>
  createWith(ensureDatabase, name)

/** One with all tables of a store, where the global setup has prepared them. */
export const createStoreDatabase = (name: string): Promise<TestDatabase> =>
  createWith(createMigratedDatabase, name)

async function createWith(
  create: (server: PostgresConnection, name: string) => Promise<void>,
  name: string
): Promise<TestDatabase> {
  const server = testServer()
  await dropDatabase(server, name)
  await create(server, name)
  const url = databaseUrl(server, name)
  const client = new Client(url)
  await client.connect()
  return {
    url,
    query: async (sql, values = []) => (await client.query(sql, values)).rows,
    async drop() {
      await client.end()
      await dropDatabase(server, name)
    },
  }
}
