import type { RefundTransactionStatus } from "./refund-transaction-status"

/** A charge, as far as it says what was really taken. Smallest units. */
export type RefundedCharge = {
  id: string
  /** What was authorised. */
  amount: bigint
  captured: bigint
  /**
   * Whether the capture gave the rest back as a refund; null where nobody told.
   */
  rest_refunded: boolean | null
}

/** A refund of a charge, and who asked for it. */
export type RefundOfCharge = {
  id: string
  minor_amount: bigint
  status: RefundTransactionStatus
  /** Our own id in the refund's metadata, if the plugin made it. */
  refund_transaction_id: string | null
  /** Seconds. */
  created: number
  /** Null where the refund has none, or it was not read. */
  of_charge: RefundedCharge | null
}

/** `failure_code` of a refund that gave nothing back, see {@link neverCaptured}. */
export const NEVER_CAPTURED = "never_captured"

/** Whether an authorisation was let go: whatever was "refunded" was never taken. */
export const capturedNothing = (charge: RefundedCharge | null): boolean =>
  charge?.captured === 0n

/**
 * Which refunds are none: their money was authorised and never captured.
 *
 * A request with an API version before 2025-03-31 (Medusa's Stripe provider sends
 * 2024-04-10) that cancels an authorisation makes a refund of all of it, and one
 * that captures 80 of 100 makes a refund of 20. The first is known by a charge
 * that captured nothing. The second is one refund of exactly the rest, made by
 * the capture and hence before every other one. A capture with a newer version
 * makes none; then a refund of 20 gave 20 back, unless that is more than was taken.
 *
 * @param refunds all refunds of the charges that they name
 * @returns ids
 */
export function neverCaptured(refunds: readonly RefundOfCharge[]): Set<string> {
  const charges = new Map(
    refunds.flatMap(({ of_charge }) =>
      of_charge ? [[of_charge.id, of_charge] as const] : []
    )
  )
  return new Set(
    [...charges.values()].flatMap((charge) => {
      const all = refunds.filter(({ of_charge }) => of_charge?.id === charge.id)
      return capturedNothing(charge)
        ? all.map(({ id }) => id)
        : (refundOfRest(charge, all) ?? [])
    })
  )
}

/**
 * The charges of which nobody knows yet whether one refund is the rest of a
 * partial capture.
 */
export const chargesInDoubt = (
  refunds: readonly RefundOfCharge[]
): string[] => [
  ...new Set(
    refunds.flatMap(({ of_charge: charge, ...refund }) =>
      charge?.captured &&
      charge.rest_refunded === null &&
      isOfRest(charge, refund)
        ? charge.id
        : []
    )
  ),
]

function refundOfRest(
  charge: RefundedCharge,
  all: readonly RefundOfCharge[]
): string | undefined {
  const given = all
    .filter(({ status }) => status !== "failed" && status !== "canceled")
    .reduce((sum, { minor_amount }) => sum + minor_amount, 0n)
  return charge.rest_refunded === false && given <= charge.captured
    ? undefined
    : all.filter((refund) => isOfRest(charge, refund)).sort(byAge)[0]?.id
}

/** It needs no bank, so it succeeds at once and for good; we ask for none. */
const isOfRest = (
  { amount, captured }: RefundedCharge,
  {
    minor_amount,
    status,
    refund_transaction_id,
  }: Omit<RefundOfCharge, "of_charge">
): boolean =>
  minor_amount === amount - captured &&
  status === "succeeded" &&
  refund_transaction_id === null

const byAge = (a: RefundOfCharge, b: RefundOfCharge): number =>
  a.created - b.created || (a.id < b.id ? -1 : 1)
