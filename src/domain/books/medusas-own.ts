import type { OrderRefundRecord } from "./refund-records"

/**
 * Whether Medusa made this refund by itself, and wrote its books in its own way:
 * its workflow called by another plugin, or its route left as it is. Refunds from
 * Medusa's button run through our workflow and therefore have a plan_hash; those
 * without one were made by Medusa alone.
 */
export const isMedusasOwn = ({
  source,
  plan_hash,
}: Pick<OrderRefundRecord, "source" | "plan_hash">): boolean =>
  source === "medusa" && plan_hash === null

/** Medusa writes the books of its own refund within a second or two. */
const NATIVE_GRACE_MS = 60_000

/**
 * Whether Medusa may still be writing the books of a refund of its own: first
 * the order transaction, then the credit line. Seen in between, a refund of 30
 * makes the customer seem to owe 30.
 */
export const isMedusasTurn = (createdAt: string | Date, now: Date): boolean =>
  now.getTime() - new Date(createdAt).getTime() < NATIVE_GRACE_MS

/**
 * Whether the books of a refund are Medusa's to write just now. What we wrote
 * meanwhile, it would write once more.
 */
export const isLeftToMedusa = (refund: OrderRefundRecord, now: Date): boolean =>
  isMedusasOwn(refund) &&
  refund.transactions.every(({ booked_at }) => !booked_at) &&
  isMedusasTurn(refund.created_at, now)
