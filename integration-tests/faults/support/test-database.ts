import { Client } from "pg"
import { databaseUrl, type PostgresConnection } from "../../postgres/connection"
import { dropDatabase, ensureDatabase } from "../../postgres/databases"

/** A database of one test, for stores that run in processes of their own. */
export type TestDatabase = {
  url: string
  query<Row>(sql: string, values?: unknown[]): Promise<Row[]>
  drop(): Promise<void>
}

/** Creates an empty database on the server that Jest's global setup started. */
export async function createTestDatabase(name: string): Promise<TestDatabase> {
  const server = testServer()
  await dropDatabase(server, name)
  await ensureDatabase(server, name)
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

const testServer = (): PostgresConnection => ({
  host: process.env.DB_HOST ?? "localhost",
  port: Number.parseInt(process.env.DB_PORT ?? "5432", 10),
  user: process.env.DB_USERNAME ?? "",
  password: process.env.DB_PASSWORD ?? "",
  database: process.env.DB_WAITINGROOM_DATABASE ?? "postgres",
})
