import type { SqlValue } from "../database"
import { noteWords } from "../schema/note-words"

/** Bounds of a value, as Medusa's lists take them. */
export type Range<Value> = Partial<
  Record<"$gt" | "$gte" | "$lt" | "$lte", Value>
>

/** What order refunds are looked for by. Everything that is given has to fit. */
export type RefundFilters = {
  order_id?: string[]
  status?: string[]
  source?: string[]
  refund_reason_id?: string[]
  /** ISO 8601. */
  created_at?: Range<string>
  display_id?: Range<number>
  /** A number on the screen, an id, or words of the note. */
  q?: string
}

/** A part of a statement, and its values. */
export type Condition = { sql: string; values: SqlValue[] }

const OPERATORS = { $gt: ">", $gte: ">=", $lt: "<", $lte: "<=" } as const

const oneOf = (column: string, values: string[] = []): Condition[] =>
  values.length
    ? [
        {
          sql: `refund.${column} IN (${values.map(() => "?").join(", ")})`,
          values,
        },
      ]
    : []

const within = (
  column: string,
  range: Range<string | number> = {}
): Condition[] =>
  Object.entries(OPERATORS).flatMap(([name, operator]) => {
    const value = range[name as keyof typeof OPERATORS]
    return value === undefined
      ? []
      : [{ sql: `refund.${column} ${operator} ?`, values: [value] }]
  })

/**
 * All words are in the note; the last one may go on. What has no letter or digit
 * is no word.
 */
const WORDS_OF_NOTE = `${noteWords("refund.note")} @@
  (nullif(plainto_tsquery('simple', ?)::text, '') || ':*')::tsquery`

/** A Stripe id is of one refund at most: so each part of this has an index. */
const OF_STRIPES_REFUND = `refund.id = (
  SELECT order_refund_id FROM refunds_transaction
  WHERE stripe_refund_id = ? AND deleted_at IS NULL)`

/** The numbers of `refunds_order_refund` are of four bytes. */
const NUMBER = /^#?(\d{1,9})$/

/**
 * Found first: PostgreSQL would rather read a list from its beginning until it has
 * met enough, and a word that few notes have lets it read all of it.
 */
function matching(q: string): Condition {
  const number = NUMBER.exec(q)?.[1]
  const parts: Condition[] = [
    { sql: "refund.id = ?", values: [q] },
    { sql: "refund.order_id = ?", values: [q] },
    { sql: OF_STRIPES_REFUND, values: [q] },
    { sql: WORDS_OF_NOTE, values: [q] },
    ...(number
      ? [
          { sql: "refund.display_id = ?", values: [Number(number)] },
          { sql: "refund.order_display_id = ?", values: [Number(number)] },
        ]
      : []),
  ]
  return {
    sql: `(WITH found AS MATERIALIZED (
      SELECT refund.* FROM refunds_order_refund refund
      WHERE refund.deleted_at IS NULL
        AND (${parts.map(({ sql }) => sql).join(" OR ")})
    ) SELECT * FROM found)`,
    values: parts.flatMap(({ values }) => values),
  }
}

/** `FROM ... refund WHERE ...`: the order refunds that fit. */
export function fromFitting({
  created_at,
  display_id,
  q,
  ...exact
}: RefundFilters): Condition {
  const table: Condition = q?.trim()
    ? matching(q.trim())
    : { sql: "refunds_order_refund", values: [] }
  const parts: Condition[] = [
    { sql: "refund.deleted_at IS NULL", values: [] },
    ...oneOf("order_id", exact.order_id),
    ...oneOf("status", exact.status),
    ...oneOf("source", exact.source),
    ...oneOf("refund_reason_id", exact.refund_reason_id),
    ...within("created_at", created_at),
    ...within("display_id", display_id),
  ]
  return {
    sql: `FROM ${table.sql} refund WHERE ${parts.map(({ sql }) => sql).join(" AND ")}`,
    values: [table, ...parts].flatMap(({ values }) => values),
  }
}
