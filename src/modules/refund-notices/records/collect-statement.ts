import type { SqlValue } from "../../refunds/database"
import { firstIdSince } from "../../../domain"
import type { Trail } from "../trails"

/** How notices are collected. */
export type Collecting = {
  trails: readonly Trail[]
  channel: string
  /** How long a state has to last before it is told. */
  wait_seconds: number
  /** Entries that were made before are not looked at. */
  since: Date
  now: Date
}

const DUE = `SELECT 1 FROM refunds_notice WHERE deleted_at IS NULL
  AND state IN ('waiting', 'sending') AND next_at <= ?`

/**
 * Makes a notice of every entry that means one and has none, and says whether any
 * notice is due: one statement, which is all that a minute without news costs.
 *
 * Entries are looked at again and again for as long as `since` reaches back, instead
 * of from where the last look ended: an entry gets its number before its transaction
 * commits, so one with a lower number may appear later.
 */
export function collectStatement(input: Collecting): {
  sql: string
  values: SqlValue[]
} {
  const { trails, channel, wait_seconds, since, now } = input
  if (!trails.length) {
    return { sql: `SELECT EXISTS (${DUE}) AS is_due`, values: [now] }
  }
  const sql = `WITH news AS (
      ${trails.map(({ news }) => news).join("\nUNION ALL\n")}
    ), collected AS (
      INSERT INTO refunds_notice (id, key, template, channel, order_id,
        order_refund_id, order_edit_id, refund_request_id, next_at)
      SELECT 'refnot_' || split_part(key, '_', 2), key, template, ?, order_id,
        order_refund_id, order_edit_id, refund_request_id,
        happened_at + CASE WHEN waits THEN make_interval(secs => ?)
          ELSE interval '0' END
      FROM news WHERE NOT EXISTS (SELECT 1 FROM refunds_notice known
        WHERE known.key = news.key AND known.deleted_at IS NULL)
      ON CONFLICT (key) WHERE deleted_at IS NULL DO NOTHING
      RETURNING next_at
    )
    SELECT EXISTS (SELECT 1 FROM collected WHERE next_at <= ?)
      OR EXISTS (${DUE}) AS is_due`
  return {
    sql,
    values: [
      ...trails.map(({ prefix }) => firstIdSince(prefix, since)),
      channel,
      wait_seconds,
      now,
      now,
    ],
  }
}
