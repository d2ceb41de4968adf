import type { Statements } from "../books/statements"

/** The columns that the writing of books names, table by table. */
const COLUMNS: Record<string, string[]> = {
  order_credit_line: [
    ...["id", "order_id", "version", "reference", "reference_id"],
    ...["amount", "raw_amount", "metadata", "deleted_at"],
  ],
  order_transaction: [
    ...["id", "order_id", "version", "currency_code", "reference"],
    ...["reference_id", "amount", "raw_amount", "updated_at", "deleted_at"],
  ],
  order_summary: [
    ...["id", "order_id", "version", "totals", "updated_at", "deleted_at"],
  ],
  refund: [
    ...["id", "payment_id", "amount", "raw_amount", "created_by", "note"],
    ...["refund_reason_id", "metadata", "updated_at", "deleted_at"],
  ],
  order: ["id", "version", "deleted_at"],
  order_change: ["order_id", "status", "deleted_at"],
  payment: ["id", "payment_collection_id", "deleted_at"],
  order_line_item_adjustment: ["item_id", "version"],
  order_shipping_method_adjustment: ["shipping_method_id", "version"],
  payment_collection: [
    ...["id", "refunded_amount", "raw_refunded_amount", "updated_at"],
  ],
}

/** Those of them to which rows are added: every other column must do without us. */
const ADDED_TO = ["order_credit_line", "order_transaction", "refund"]

type ColumnRow = { table: string; column: string; is_required: boolean }

/**
 * What of Medusa's tables is not as the one transaction knows it that writes books
 * (ADR 10): columns that are missing, and new ones that want a value. Asked at
 * start, to be said in the log; such books are written through Medusa's modules.
 */
export async function unknownBooksColumns(
  database: Statements
): Promise<string[]> {
  const { rows } = await database.raw<ColumnRow>(
    `SELECT table_name AS "table", column_name AS "column",
       is_nullable = 'NO' AND column_default IS NULL AS is_required
     FROM information_schema.columns
     WHERE table_schema = ANY(current_schemas(false))
       AND table_name = ANY(:tables)`,
    { tables: Object.keys(COLUMNS) }
  )
  return differences(rows)
}

/** The same from rows of `information_schema.columns`. */
export function differences(rows: ColumnRow[]): string[] {
  const missing = Object.entries(COLUMNS).flatMap(([table, columns]) =>
    columns
      .filter(
        (column) =>
          !rows.some((row) => row.table === table && row.column === column)
      )
      .map((column) => `${table}.${column} is missing`)
  )
  const wanted = rows
    .filter(
      ({ table, column, is_required }) =>
        is_required &&
        ADDED_TO.includes(table) &&
        !COLUMNS[table]?.includes(column)
    )
    .map(({ table, column }) => `${table}.${column} wants a value`)
  return [...missing, ...wanted]
}
