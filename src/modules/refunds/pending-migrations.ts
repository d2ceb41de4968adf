import { readdirSync } from "node:fs"
import { join } from "node:path"
import type { SqlValue } from "./database"

/** What is needed of Medusa's database connection. */
export type Database = {
  raw(
    sql: string,
    values: SqlValue[]
  ): PromiseLike<{ rows: Record<string, unknown>[] }>
}

const OWN = join(__dirname, "migrations")

/** The migrations of a folder, by the names under which Medusa notes them. */
export const migrationsIn = (folder: string): string[] =>
  readdirSync(folder).flatMap(
    (file) => /^(Migration\d+)\.[jt]s$/.exec(file)?.[1] ?? []
  )

/**
 * The migrations that this version brings and the database has not seen.
 *
 * @param folder of a module; this one's where none is named
 */
export async function pendingMigrations(
  database: Database,
  folder = OWN
): Promise<string[]> {
  const names = migrationsIn(folder)
  const { rows } = await database.raw(
    `SELECT name FROM mikro_orm_migrations WHERE name IN (${names.map(() => "?").join(", ")})`,
    names
  )
  const run = new Set(rows.map(({ name }) => String(name)))
  return names.filter((name) => !run.has(name))
}
