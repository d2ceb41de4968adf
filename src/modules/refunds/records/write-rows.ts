import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"

/** Columns by name; undefined leaves one alone, as Medusa's methods do. */
type Fields = Record<string, unknown>

/** Rows to add, of the same columns and in their order, or columns to change of one. */
export type RowChange =
  | { insert: string; rows: Fields[] }
  | { update: string; id: string; fields: Fields }

type Part = { sql: string; values: unknown[] }

/**
 * Adds and changes rows in one statement, where Medusa's methods read what they
 * change, and need a statement for each table. All changes see the rows as they
 * were before, and PostgreSQL makes them in any order: a row is named once, and
 * what has a sequence of its own, as the audit trail, is added by one change.
 *
 * What Medusa's methods have not written yet in this database transaction is
 * written before.
 */
export async function writeRows(
  manager: SqlEntityManager,
  changes: RowChange[]
): Promise<void> {
  const some = changes.filter(
    (change) => "update" in change || change.rows.length
  )
  if (!some.length) {
    return
  }
  await manager.flush()
  const parts = some.map((change) =>
    "insert" in change ? inserted(change) : updated(change)
  )
  const named = parts.map(({ sql }, index) => `change_${index} AS (${sql})`)
  await manager.execute(
    `WITH ${named.join(", ")} SELECT 1`,
    parts.flatMap(({ values }) => values)
  )
}

function inserted({
  insert,
  rows,
}: Extract<RowChange, { insert: string }>): Part {
  const names = columnsOf(rows[0] ?? {}).map(([name]) => name)
  const places = `(${names.map(() => "?").join(", ")})`
  return {
    sql: `INSERT INTO ${insert} (${names.join(", ")})
      VALUES ${rows.map(() => places).join(", ")}`,
    values: rows.flatMap((row) =>
      names.map((name) => toColumn(row[name] ?? null))
    ),
  }
}

function updated({
  update,
  id,
  fields,
}: Extract<RowChange, { update: string }>): Part {
  const columns = columnsOf({ ...fields, updated_at: new Date() })
  return {
    sql: `UPDATE ${update} SET ${columns.map(([name]) => `${name} = ?`).join(", ")} WHERE id = ?`,
    values: [...columns.map(([, value]) => value), id],
  }
}

const columnsOf = (fields: Fields): [string, unknown][] =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, toColumn(value)])

/** Objects are columns of JSON, which a driver would take for other things. */
const toColumn = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !(value instanceof Date)
    ? JSON.stringify(value)
    : value
