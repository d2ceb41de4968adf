import { REFUND_TRANSACTION_STATUSES } from "./refund-transaction-status"

/** What a payment provider can be asked for. */
export const PROVIDER_REQUEST_KINDS = [
  "refund",
  "capture",
  "cancel",
  "charge",
] as const
export type ProviderRequestKind = (typeof PROVIDER_REQUEST_KINDS)[number]

/**
 * How far a request to a payment provider is. It is stored as `reserved`, and
 * becomes `submitting` in a transaction that is committed before it is sent: a
 * request that nobody has answered is never mistaken for one that nobody sent.
 */
export const PROVIDER_REQUEST_STATUSES = [
  ...REFUND_TRANSACTION_STATUSES,
  /** It was never sent, since the whole that it was a part of was undone. */
  "undone",
] as const
export type ProviderRequestStatus = (typeof PROVIDER_REQUEST_STATUSES)[number]

type Next = Partial<
  Record<ProviderRequestStatus, readonly ProviderRequestStatus[]>
>

const REFUND_ENDS = [
  "pending",
  "requires_action",
  "succeeded",
  "failed",
  "canceled",
] as const

/** A provider answers at once whether it captured, or let go. */
const CAPTURE: Next = {
  reserved: ["submitting", "undone"],
  submitting: ["unknown", "succeeded", "failed"],
  unknown: ["succeeded", "failed"],
}

/**
 * Which state may follow which, for every kind of request: the one table of it.
 * A state without an entry is an end.
 */
const NEXT: Record<ProviderRequestKind, Next> = {
  refund: {
    // Failed: never sent, but another payment of the same refund moved.
    reserved: ["submitting", "canceled", "failed"],
    submitting: ["unknown", ...REFUND_ENDS],
    unknown: REFUND_ENDS,
    pending: REFUND_ENDS,
    requires_action: REFUND_ENDS,
    // A bank can reject a refund up to about 30 days after Stripe called it
    // succeeded; the Dashboard can cancel a card refund for a short while.
    // Source: docs.stripe.com/refunds (failed refunds, cancel a refund)
    succeeded: ["failed", "canceled"],
  },
  capture: CAPTURE,
  cancel: CAPTURE,
  charge: {
    reserved: ["submitting"],
    submitting: ["unknown", "pending", "succeeded", "failed"],
    unknown: ["pending", "succeeded", "failed"],
    // Some payment methods take days, and the bank may say no at the end.
    pending: ["succeeded", "failed"],
  },
}

/**
 * Whether a request may go from one state to another.
 *
 * @example
 * canTransition("refund", "succeeded", "failed") // true: banks do that
 * canTransition("capture", "succeeded", "failed") // false
 */
export const canTransition = (
  kind: ProviderRequestKind,
  from: ProviderRequestStatus,
  to: ProviderRequestStatus
): boolean => (NEXT[kind][from] ?? []).includes(to)
