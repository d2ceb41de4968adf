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

/** The migrations of this folder, by the names under which Medusa notes them. */
const known = (): string[] =>
  readdirSync(join(__dirname, "migrations")).flatMap(
    (file) => /^(Migration\d+)\.[jt]s$/.exec(file)?.[1] ?? []
  )

/** The migrations that this version brings and the database has not seen. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  const names = known()
  const { rows } = await database.raw(
    `SELECT name FROM mikro_orm_migrations WHERE name IN (${names.map(() => "?").join(", ")})`,
    names
  )
  const run = new Set(rows.map(({ name }) => String(name)))
  return names.filter((name) => !run.has(name))
}
