import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

type Sql = { raw(sql: string): Promise<{ rows: Record<string, string>[] }> }

const COPY = "copy_of_public"

/**
 * Keeps a copy of every table, to start again from the same store. Much faster
 * than building the store once more.
 */
export async function copyDatabase(container: MedusaContainer): Promise<void> {
  const sql = connection(container)
  await sql.raw(`DROP SCHEMA IF EXISTS ${COPY} CASCADE; CREATE SCHEMA ${COPY}`)
  for (const table of (await columnsByTable(sql)).keys()) {
    await sql.raw(`CREATE TABLE ${COPY}."${table}" AS TABLE public."${table}"`)
  }
}

/** Puts every table back to the copy. */
export async function restoreDatabase(
  container: MedusaContainer
): Promise<void> {
  const sql = connection(container)
  const columns = await columnsByTable(sql)
  const inserts = [...columns].map(
    ([table, list]) =>
      `INSERT INTO public."${table}" (${list}) SELECT ${list} FROM ${COPY}."${table}"`
  )
  const all = [...columns.keys()].map((table) => `public."${table}"`)
  // Triggers and foreign keys would mind the order of the tables.
  await sql.raw(
    `BEGIN; SET LOCAL session_replication_role = replica;
     TRUNCATE ${all.join(", ")}; ${inserts.join("; ")}; COMMIT`
  )
}

const connection = (container: MedusaContainer): Sql =>
  container.resolve(ContainerRegistrationKeys.PG_CONNECTION)

/** Without generated columns, which refuse to be written. */
async function columnsByTable(sql: Sql): Promise<Map<string, string>> {
  const { rows } = await sql.raw(
    `SELECT c.table_name,
       string_agg('"' || c.column_name || '"', ', ') AS columns
     FROM information_schema.columns c JOIN information_schema.tables t
       ON t.table_name = c.table_name AND t.table_schema = c.table_schema
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
       AND c.is_generated = 'NEVER'
     GROUP BY c.table_name`
  )
  return new Map(
    rows.map(({ table_name, columns }) => [String(table_name), String(columns)])
  )
}
