import { RecordsPart } from "./records-part"
import { managerOf } from "../database"
import { type Row, toStripeEvent } from "./serialize"
import type { IncomingStripeEvent, StripeEventRecord } from "../types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"

/** Nobody is at work on the event's payment. */
export const NOT_BUSY = `NOT EXISTS (
  SELECT 1 FROM refunds_stripe_event AS busy
  WHERE busy.payment_intent = event.payment_intent AND busy.id <> event.id
    AND busy.deleted_at IS NULL AND busy.status = 'processing'
    AND busy.next_attempt_at > ?)`

/** Its turn has come. */
const DUE = `deleted_at IS NULL AND next_attempt_at <= ?
  AND status IN ('received', 'processing')`

/** Two leases at once would not see each other's payment. They are short. */
export const lockLeases = (manager: SqlEntityManager): Promise<unknown> =>
  manager.execute("SELECT pg_advisory_xact_lock(hashtext(?))", [
    "refunds_stripe_event.lease",
  ])

/** The inbox: what Stripe told us, and how far it was worked off. */
export class StripeInbox extends RecordsPart {
  /**
   * Commits an event, once per id.
   *
   * @returns whether it is new
   */
  async receive(event: IncomingStripeEvent, now: Date): Promise<boolean> {
    const rows = await this.query(
      `INSERT INTO refunds_stripe_event (id, type, status, api_version, object_id,
         payment_intent, charge, request_key, reason, next_attempt_at, processed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        event.id,
        event.type,
        event.status,
        event.api_version,
        event.object_id,
        event.payment_intent,
        event.charge,
        event.request_key,
        event.reason,
        now,
        event.status === "processed" ? now : null,
      ]
    )
    return rows.length > 0
  }

  /**
   * Takes events that are due, so that no other worker takes them meanwhile, and
   * none of a payment that another worker is busy with: it looks for more when
   * it is done. The worker of a payment takes what else has come for it.
   *
   * A worker that dies gives its events back when its lease is over.
   */
  async lease(input: {
    now: Date
    lease_ms: number
    limit: number
    ids?: string[]
    payment_intent?: string
  }): Promise<StripeEventRecord[]> {
    const { now, ids, payment_intent } = input
    const due = `FROM refunds_stripe_event AS event
      WHERE ${DUE}
        ${ids ? `AND id IN (${ids.map(() => "?").join(", ")})` : ""}
        AND ${payment_intent ? "payment_intent = ?" : NOT_BUSY}`
    const values = [now, ...(ids ?? []), payment_intent ?? now]
    // Most looks find nothing: those take no lock. Whoever looks for more of its own
    // payment waits for the one that is just giving it an event.
    const seen =
      payment_intent ?? (await this.query(`SELECT 1 ${due} LIMIT 1`, values))[0]
    if (!seen) {
      return []
    }
    return this.transaction(async (context) => {
      const manager = managerOf(context)
      await lockLeases(manager)
      const rows: Row[] = await manager.execute(
        `UPDATE refunds_stripe_event
         SET status = 'processing', next_attempt_at = ?,
           attempts = attempts + 1, updated_at = now()
         WHERE id IN (SELECT id ${due}
           ORDER BY created_at, id LIMIT ? FOR UPDATE SKIP LOCKED)
         RETURNING *`,
        [new Date(now.getTime() + input.lease_ms), ...values, input.limit]
      )
      return rows.map(toStripeEvent)
    })
  }

  /**
   * Ends events: what they told is in the records, or is none of our business.
   * A worker that lost its lease meanwhile changes nothing any more.
   */
  async finish(
    events: Pick<StripeEventRecord, "id" | "attempts">[],
    end: {
      status: "processed" | "ignored" | "failed"
      reason: string | null
      now: Date
      /** Its payment was read from Stripe after this moment. */
      read_at?: string
    }
  ): Promise<void> {
    await this.change(
      events,
      "status = ?, reason = ?, processed_at = ?, read_at = ?",
      [end.status, end.reason, end.now, end.read_at ?? null]
    )
  }

  /** Puts events back, to be tried at a later moment. */
  async postpone(
    events: Pick<StripeEventRecord, "id" | "attempts">[],
    until: Date,
    reason: string | null
  ): Promise<void> {
    await this.change(
      events,
      "status = 'received', reason = ?, next_attempt_at = ?",
      [reason, until]
    )
  }

  /** Changes events that this worker still has. */
  private async change(
    events: Pick<StripeEventRecord, "id" | "attempts">[],
    fields: string,
    values: (string | Date | null)[]
  ): Promise<void> {
    if (events.length) {
      await this.query(
        `UPDATE refunds_stripe_event SET ${fields}, updated_at = now()
         WHERE status = 'processing'
           AND (id, attempts) IN (${events.map(() => "(?, ?::int)").join(", ")})`,
        [...values, ...events.flatMap(({ id, attempts }) => [id, attempts])]
      )
    }
  }

  /**
   * Makes an event due that waits or has failed, as if it had been tried no more
   * than `attempts` times. One that is worked on stays.
   */
  async revive(
    id: string,
    { now, attempts }: { now: Date; attempts: number }
  ): Promise<void> {
    await this.query(
      `UPDATE refunds_stripe_event
       SET status = 'received', attempts = LEAST(attempts, ?),
         next_attempt_at = ?, updated_at = now()
       WHERE id = ? AND status IN ('received', 'failed')`,
      [attempts, now, id]
    )
  }

  /** Events by filters, newest first, and how many there are. */
  async listAndCount(
    filters: Record<string, unknown>,
    page: { take: number; skip: number }
  ): Promise<[StripeEventRecord[], number]> {
    const [rows, count] = await this.rows.listAndCountRefundsStripeEvents(
      filters,
      {
        ...page,
        order: { created_at: "DESC", id: "ASC" },
      }
    )
    return [rows.map((row: Row) => toStripeEvent(row)), count]
  }

  /** Idempotency keys of the requests that made refunds, by refund id. */
  async requestKeysOf(refundIds: string[]): Promise<Map<string, string>> {
    const rows = refundIds.length
      ? await this.rows.listRefundsStripeEvents(
          {
            object_id: refundIds,
            type: "refund.created",
            request_key: { $ne: null },
          },
          { select: ["object_id", "request_key"] }
        )
      : []
    return new Map(
      rows.map(({ object_id, request_key }) => [
        String(object_id),
        String(request_key),
      ])
    )
  }

  /**
   * Forgets events that Stripe will never send again, and tells whether one is due.
   * In one statement, since it is asked every minute and mostly finds neither.
   */
  async prune(before: Date, now: Date): Promise<{ due: boolean }> {
    const [found] = await this.query(
      `WITH pruned AS (
         DELETE FROM refunds_stripe_event
         WHERE status IN ('processed', 'ignored') AND created_at < ?
           AND deleted_at IS NULL)
       SELECT EXISTS (SELECT FROM refunds_stripe_event AS event
         WHERE ${DUE} AND ${NOT_BUSY}) AS due`,
      [before, now, now]
    )
    return { due: found?.due === true }
  }
}
