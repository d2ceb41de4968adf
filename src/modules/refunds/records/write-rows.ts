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
 * rows of one table are added together, in their order, which is that of its
 * sequence, as in the audit trail.
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
  const parts = merged(some).map((change) =>
    "insert" in change ? inserted(change) : updated(change)
  )
  const named = parts.map(({ sql }, index) => `change_${index} AS (${sql})`)
  await manager.execute(
    `WITH ${named.join(", ")} SELECT 1`,
    parts.flatMap(({ values }) => values)
  )
}

type Insert = Extract<RowChange, { insert: string }>

/** Rows of the same table and columns as one change. */
function merged(changes: RowChange[]): RowChange[] {
  const inserts = new Map<string, Insert>()
  const updates: RowChange[] = []
  for (const change of changes) {
    if ("update" in change) {
      updates.push(change)
      continue
    }
    const { insert, rows } = change
    const names = columnsOf(rows[0] ?? {}).map(([name]) => name)
    const key = [insert, ...names].join()
    const before = inserts.get(key)?.rows ?? []
    inserts.set(key, { insert, rows: [...before, ...rows] })
  }
  return [...inserts.values(), ...updates]
}

function inserted({ insert, rows }: Insert): Part {
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
