import { RecordsPart } from "./records-part"
import { managerOf } from "../database"
import type { StripeEventRecord } from "../types"
import { lockLeases, NOT_BUSY } from "./stripe-inbox"

/**
 * Its payment was read from Stripe for another event, after this one had come.
 * A reading of refunds only says nothing of disputes.
 */
const READ_SINCE = `EXISTS (
  SELECT 1 FROM refunds_stripe_event AS other
  WHERE other.payment_intent = event.payment_intent AND other.id <> event.id
    AND other.deleted_at IS NULL AND other.read_at >= event.created_at
    AND (event.type NOT LIKE 'charge.dispute.%'
      OR other.type LIKE 'charge.dispute.%'))`

/** Which payment the events of the inbox are about, and what was read of it. */
export class EventPayments extends RecordsPart {
  /**
   * The payment intent that a thin event is about, if anything here knows it:
   * another event about the same object or charge, or a record of ours.
   */
  async intentOf({
    object_id,
    charge,
  }: Pick<StripeEventRecord, "object_id" | "charge">): Promise<string | null> {
    const [row] = await this.query(
      `SELECT payment_intent FROM refunds_stripe_event
       WHERE (object_id = ? OR charge = ?) AND payment_intent IS NOT NULL
         AND deleted_at IS NULL
       UNION ALL
       SELECT request->'target'->>'payment_intent' FROM refunds_transaction
       WHERE stripe_refund_id = ? AND deleted_at IS NULL
         AND request->'target'->>'payment_intent' IS NOT NULL
       LIMIT 1`,
      [object_id, charge, object_id]
    )
    return row ? String(row.payment_intent) : null
  }

  /**
   * Notes which payment an event is about, once that is known.
   *
   * @returns false when another worker is busy with that payment: the event is
   *   put back, and that worker takes it when it is done
   */
  async joinPayment(
    { id, attempts }: Pick<StripeEventRecord, "id" | "attempts">,
    payment_intent: string,
    now: Date
  ): Promise<boolean> {
    return this.transaction(async (context) => {
      const manager = managerOf(context)
      await lockLeases(manager)
      await manager.execute(
        "UPDATE refunds_stripe_event SET payment_intent = ? WHERE id = ?",
        [payment_intent, id]
      )
      const busy: unknown[] = await manager.execute(
        `UPDATE refunds_stripe_event AS event
       SET status = 'received', attempts = attempts - 1, next_attempt_at = ?,
         updated_at = now()
       WHERE id = ? AND status = 'processing' AND attempts = ?
         AND NOT ${NOT_BUSY}
       RETURNING id`,
        [now, id, attempts, now]
      )
      return busy.length === 0
    })
  }

  /** Those of these events that a later reading of their payment has answered. */
  async readSince(ids: string[]): Promise<Set<string>> {
    const rows = await this.query(
      `SELECT id FROM refunds_stripe_event AS event
       WHERE id IN (${ids.map(() => "?").join(", ")}) AND ${READ_SINCE}`,
      ids
    )
    return new Set(rows.map(({ id }) => String(id)))
  }
}
