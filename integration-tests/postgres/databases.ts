import { Client } from "pg"
import { databaseUrl, type PostgresConnection } from "./connection"

/** Creates a database unless it exists. */
export async function ensureDatabase(
  server: PostgresConnection,
  name: string
): Promise<void> {
  await withClient(server, async (client) => {
    const found = await client.query(
      "SELECT 1 FROM pg_database WHERE datname = $1",
      [name]
    )
    if (found.rowCount === 0) {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
    }
  })
}

/** Deletes a database, also while something is connected to it. */
export async function dropDatabase(
  server: PostgresConnection,
  name: string
): Promise<void> {
  await withClient(server, async (client) => {
    const database = client.escapeIdentifier(name)
    await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
  })
}

async function withClient(
  server: PostgresConnection,
  work: (client: Client) => Promise<void>
): Promise<void> {
  const client = new Client(databaseUrl(server, server.database))
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
