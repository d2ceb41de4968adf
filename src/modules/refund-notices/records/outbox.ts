import type { SqlValue } from "../../refunds/database"
import type { NoticesDatabase } from "../database"
import type { LeasedNotice, NoticeRecord, PreparedNotice } from "../types"
import { collectStatement, type Collecting } from "./collect-statement"
import { toNotice } from "./serialize"

/** Its turn has come. */
const DUE = `notice.deleted_at IS NULL AND notice.next_at <= ?
  AND notice.state IN ('waiting', 'sending')`

/**
 * Nobody is telling anything of the order, and nothing of it comes before: what a dead
 * worker may have told is found out first, since the next message follows from it.
 */
const FIRST_OF_ORDER = `NOT EXISTS (
  SELECT 1 FROM refunds_notice other
  WHERE other.order_id = notice.order_id AND other.id <> notice.id
    AND other.deleted_at IS NULL
    AND CASE WHEN other.state = notice.state
        THEN (other.next_at, other.id) < (notice.next_at, notice.id)
          OR (other.state = 'sending' AND other.next_at > ?)
        ELSE other.state = 'sending' END)`

/** Two leases at once would not see each other's order. They are short. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtext('refunds_notice.lease'))`

/** What is to be told: collected, taken by one worker at a time, and ended once. */
export class NoticeOutbox {
  constructor(private readonly database: NoticesDatabase) {}

  /**
   * Makes notices of what is new in the trails.
   *
   * @returns whether any notice is due
   */
  async collect(input: Collecting): Promise<boolean> {
    const { sql, values } = collectStatement(input)
    const [row] = await this.query(sql, values)
    return row?.is_due === true
  }

  /**
   * Takes due notices, one of an order at a time, so that what customers are told of
   * an order follows from what they were told before. A worker that dies gives them
   * back when its lease is over.
   */
  async lease(input: {
    now: Date
    lease_ms: number
    limit: number
  }): Promise<NoticeRecord[]> {
    const { now, lease_ms, limit } = input
    return this.database.transaction(async (transaction) => {
      await transaction.raw(LOCK, [])
      const { rows } = await transaction.raw(
        `UPDATE refunds_notice SET state = 'sending', next_at = ?,
           attempts = attempts + 1, updated_at = now()
         WHERE id IN (SELECT notice.id FROM refunds_notice notice
           WHERE ${DUE} AND ${FIRST_OF_ORDER}
           ORDER BY notice.next_at, notice.id LIMIT ? FOR UPDATE SKIP LOCKED)
         RETURNING *`,
        [new Date(now.getTime() + lease_ms), now, now, limit]
      )
      return rows.map(toNotice)
    })
  }

  /**
   * Writes down what is about to be sent: whoever goes on after a crash must be able to
   * tell what was told.
   *
   * @returns false where the worker has lost its lease
   */
  async prepare(
    notice: LeasedNotice,
    { template, channel, locale, data, about }: PreparedNotice
  ): Promise<boolean> {
    return this.change(
      notice,
      "template = ?, channel = ?, locale = ?, data = ?::jsonb, about = ?::jsonb",
      [template, channel, locale, JSON.stringify(data), JSON.stringify(about)]
    )
  }

  /** Ends a notice as sent. */
  async sent(
    notice: LeasedNotice,
    end: { notification_id: string; note: string | null; now: Date }
  ): Promise<boolean> {
    return this.change(
      notice,
      "state = 'sent', sent_at = ?, notification_id = ?, note = ?",
      [end.now, end.notification_id, end.note]
    )
  }

  /** Ends a notice that is not sent, or not any more. */
  async end(
    notice: LeasedNotice,
    state: "skipped" | "failed",
    note: string
  ): Promise<boolean> {
    return this.change(notice, "state = ?, note = ?", [state, note])
  }

  /** Puts a notice back, to be tried at a later moment. */
  async postpone(
    notice: LeasedNotice,
    until: Date,
    note: string | null
  ): Promise<boolean> {
    return this.change(notice, "state = 'waiting', next_at = ?, note = ?", [
      until,
      note,
    ])
  }

  /** Waits for what another worker's try came to; nothing else of the order is told. */
  async hold(notice: LeasedNotice, until: Date): Promise<boolean> {
    return this.change(notice, "next_at = ?, note = ?", [
      until,
      "It is not known yet whether the provider took it.",
    ])
  }

  /**
   * Puts back all that is due while no provider takes messages, and ends what nobody
   * could be told for too long: old news would only confuse.
   */
  async holdBack(input: {
    now: Date
    until: Date
    given_up_before: Date
    note: string
  }): Promise<void> {
    await this.query(
      `UPDATE refunds_notice notice SET note = ?, next_at = ?, updated_at = now(),
         state = CASE WHEN created_at < ? THEN 'skipped' ELSE 'waiting' END
       WHERE ${DUE}`,
      [input.note, input.until, input.given_up_before, input.now]
    )
  }

  /** Changes a notice that this worker still has. */
  private async change(
    { id, attempts }: LeasedNotice,
    fields: string,
    values: SqlValue[]
  ): Promise<boolean> {
    const rows = await this.query(
      `UPDATE refunds_notice SET ${fields}, updated_at = now()
       WHERE id = ? AND attempts = ? AND state = 'sending' RETURNING id`,
      [...values, id, attempts]
    )
    return rows.length > 0
  }

  private async query(
    sql: string,
    values: SqlValue[]
  ): Promise<Record<string, unknown>[]> {
    return (await this.database.raw(sql, values)).rows
  }
}
