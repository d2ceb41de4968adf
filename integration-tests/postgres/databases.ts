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

/** Creates a database as a copy of another one, to which nobody is connected. */
export async function copyDatabase(
  server: PostgresConnection,
  source: string,
  name: string
): Promise<void> {
  await withClient(server, async (client) => {
    const [from, to] = [source, name].map((each) =>
      client.escapeIdentifier(each)
    )
    // Copies files: the server of the tests does not sync them.
    await client.query(
      `CREATE DATABASE ${to} TEMPLATE ${from} STRATEGY FILE_COPY`
    )
  })
}

export async function renameDatabase(
  server: PostgresConnection,
  name: string,
  renamed: string
): Promise<void> {
  await withClient(server, async (client) => {
    const [from, to] = [name, renamed].map((each) =>
      client.escapeIdentifier(each)
    )
    await client.query(`ALTER DATABASE ${from} RENAME TO ${to}`)
  })
}

/** Names of databases, by a pattern of SQL. */
export async function databasesLike(
  server: PostgresConnection,
  pattern: string
): Promise<string[]> {
  return await withClient(server, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE datname LIKE $1",
      [pattern]
    )
    return rows.map(({ datname }) => datname)
  })
}

async function withClient<Result>(
  server: PostgresConnection,
  work: (client: Client) => Promise<Result>
): Promise<Result> {
  const client = new Client(databaseUrl(server, server.database))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
