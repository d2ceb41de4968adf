/** The states of one movement of money. */
export const REFUND_TRANSACTION_STATUSES = [
  "reserved",
  "submitting",
  "unknown",
  "pending",
  "requires_action",
  "succeeded",
  "failed",
  "canceled",
] as const
export type RefundTransactionStatus =
  (typeof REFUND_TRANSACTION_STATUSES)[number]

export const ORDER_REFUND_STATUSES = [
  "processing",
  "requires_action",
  "pending",
  "failed",
  "partially_failed",
  "succeeded",
  "withdrawn",
  "canceled",
] as const
export type OrderRefundStatus = (typeof ORDER_REFUND_STATUSES)[number]

const IN_FLIGHT: readonly RefundTransactionStatus[] = [
  "reserved",
  "submitting",
  "unknown",
]

/** Whether our reservation, and not yet the gateway, holds the money. */
export const isReserved = (status: RefundTransactionStatus): boolean =>
  IN_FLIGHT.includes(status)

/** Whether the gateway took the refund and has not given it up. */
export const hasMoved = (status: RefundTransactionStatus): boolean =>
  status === "pending" || status === "requires_action" || status === "succeeded"

/**
 * Whether a change of state says that the gateway had taken the refund. One that
 * failed before its lost answer was known (`unknown` -> `failed`, with an id at
 * the gateway) was taken, and is owed like one that failed a minute after we had
 * known. What a gateway answers to the request itself is a refusal: nothing was
 * taken, and the merchant reads it at once.
 */
export const wasTaken = ({
  from,
  to,
  gateway_refund_id,
}: {
  from: RefundTransactionStatus
  to: RefundTransactionStatus
  gateway_refund_id: string | null | undefined
}): boolean =>
  hasMoved(to) ||
  (from === "unknown" && hasFailed(to) && Boolean(gateway_refund_id))

/** Whether the part is lost: the order still owes it, or it was taken back. */
export const hasFailed = (status: RefundTransactionStatus): boolean =>
  status === "failed" || status === "canceled"

/** A movement of money, and whether another one took its place. */
export type TransactionState = {
  status: RefundTransactionStatus
  /** Retried, settled another way or withdrawn: it counts no more. */
  superseded: boolean
}

/**
 * The status of an order refund follows from its transactions.
 *
 * @example
 * orderRefundStatus([
 *   { status: "succeeded", superseded: false },
 *   { status: "failed", superseded: false },
 * ]) // "partially_failed"
 */
export function orderRefundStatus(
  transactions: readonly TransactionState[]
): OrderRefundStatus {
  const current = transactions.filter(({ superseded }) => !superseded)
  if (transactions.length && !current.length) {
    return transactions.every(({ status }) => status === "canceled")
      ? "canceled"
      : "withdrawn"
  }
  return statusOf(current.map(({ status }) => status))
}

function statusOf(
  statuses: readonly RefundTransactionStatus[]
): OrderRefundStatus {
  if (statuses.some(isReserved)) {
    return "processing"
  }
  if (statuses.includes("requires_action")) {
    return "requires_action"
  }
  if (statuses.includes("pending")) {
    return "pending"
  }
  const lost = statuses.filter(hasFailed).length
  if (lost === 0) {
    return "succeeded"
  }
  if (statuses.every((status) => status === "canceled")) {
    return "canceled"
  }
  return lost === statuses.length ? "failed" : "partially_failed"
}
