/**
 * Where a refund request stands.
 *
 * - `submitted`: the customer sent it; the shop has not answered
 * - `needs_info`: the shop asked back
 * - `approved`: the shop agreed; the refund is made, or its money is on its way
 * - `declined`: the shop refused, with a text that the customer reads
 * - `invalid`: a declaration of withdrawal that the law gives no ground for
 * - `canceled`: the customer took it back
 * - `done`: the money has arrived
 */
export const REFUND_REQUEST_STATUSES = [
  "submitted",
  "needs_info",
  "approved",
  "declined",
  "invalid",
  "canceled",
  "done",
] as const

export type RefundRequestStatus = (typeof REFUND_REQUEST_STATUSES)[number]

/**
 * `refund`: the customer asks, the shop decides. `withdrawal`: the customer
 * withdraws from the contract, as the law lets them; the shop cannot decline.
 */
export const REFUND_REQUEST_KINDS = ["refund", "withdrawal"] as const

export type RefundRequestKind = (typeof REFUND_REQUEST_KINDS)[number]

/** Which state may follow which. What is not here is refused. */
const NEXT: Record<RefundRequestStatus, readonly RefundRequestStatus[]> = {
  submitted: ["needs_info", "approved", "declined", "invalid", "canceled"],
  needs_info: ["submitted", "approved", "declined", "invalid", "canceled"],
  approved: ["done"],
  declined: [],
  invalid: [],
  canceled: [],
  done: [],
}

/**
 * Whether an approval can be taken back: its refund was refused. Not once the request
 * has a refund, whose money may be on its way.
 */
export const mayBeGivenBack = (
  {
    status,
    order_refund_id,
  }: { status: RefundRequestStatus; order_refund_id: string | null },
  to: RefundRequestStatus
): boolean =>
  status === "approved" && order_refund_id === null && isUndecided(to)

/** The states in which the units of a request cannot be asked for again. */
export const OPEN_REQUEST_STATUSES = [
  "submitted",
  "needs_info",
  "approved",
] as const satisfies readonly RefundRequestStatus[]

/** Whether a request holds units, and a withdrawal's money can be due. */
export const isOpenRequest = (status: RefundRequestStatus): boolean =>
  OPEN_REQUEST_STATUSES.some((open) => open === status)

/** The states in which the shop has to act. */
export const UNDECIDED_REQUEST_STATUSES = [
  "submitted",
  "needs_info",
] as const satisfies readonly RefundRequestStatus[]

/** Whether the shop has not decided about a request. */
export const isUndecided = (
  status: RefundRequestStatus
): status is (typeof UNDECIDED_REQUEST_STATUSES)[number] =>
  UNDECIDED_REQUEST_STATUSES.some((undecided) => undecided === status)

/**
 * Whether a request may go from one state to another.
 *
 * @example
 * mayBecome("withdrawal", "submitted", "declined") // false: at most `invalid`
 */
export const mayBecome = (
  kind: RefundRequestKind,
  from: RefundRequestStatus,
  to: RefundRequestStatus
): boolean =>
  NEXT[from].includes(to) &&
  to !== (kind === "withdrawal" ? "declined" : "invalid")
