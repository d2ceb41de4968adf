import { userInfo } from "node:os"

/** How to reach a PostgreSQL server. */
export type PostgresConnection = {
  host: string
  port: number
  user: string
  password: string
  /** A database that exists, to connect to before creating others. */
  database: string
}

/**
 * Reads a `DATABASE_URL`.
 *
 * @example
 * parseDatabaseUrl("postgres://postgres:secret@localhost:5432/postgres")
 */
export function parseDatabaseUrl(databaseUrl: string): PostgresConnection {
  const url = new URL(databaseUrl)
  const loopback = ["127.0.0.1", "[::1]"].includes(url.hostname)
  return {
    // Medusa asks for TLS unless the host is spelt "localhost".
    host: loopback ? "localhost" : url.hostname,
    port: url.port ? Number.parseInt(url.port, 10) : 5432,
    user: decodeURIComponent(url.username) || userInfo().username,
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)) || "postgres",
  }
}

/** The URL of one database of the server. */
export function databaseUrl(
  connection: PostgresConnection,
  database: string
): string {
  const url = new URL("postgres://localhost")
  url.hostname = connection.host
  url.port = String(connection.port)
  url.username = encodeURIComponent(connection.user)
  url.password = encodeURIComponent(connection.password)
  url.pathname = `/${database}`
  return url.href
}

/** The variables that `@medusajs/test-utils` reads when it is first imported. */
export function testUtilsEnvironment(
  connection: PostgresConnection
): Record<string, string> {
  return {
    DB_HOST: connection.host,
    DB_PORT: String(connection.port),
    DB_USERNAME: connection.user,
    DB_PASSWORD: connection.password,
    DB_WAITINGROOM_DATABASE: connection.database,
  }
}

/** The server that Jest's global setup started. */
export const testServer = (): PostgresConnection => ({
  host: process.env.DB_HOST ?? "localhost",
  port: Number.parseInt(process.env.DB_PORT ?? "5432", 10),
  user: process.env.DB_USERNAME ?? "",
  password: process.env.DB_PASSWORD ?? "",
  database: process.env.DB_WAITINGROOM_DATABASE ?? "postgres",
})
