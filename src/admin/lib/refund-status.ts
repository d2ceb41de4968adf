import type { OrderRefundDTO } from "../../types"

type Color = "green" | "orange" | "red" | "grey" | "blue"
type Status = OrderRefundDTO["status"]
type Refund = Pick<OrderRefundDTO, "id" | "status" | "source">

const COLORS: Record<Status, Color> = {
  processing: "orange",
  requires_action: "orange",
  pending: "blue",
  succeeded: "green",
  partially_failed: "red",
  failed: "red",
  withdrawn: "grey",
  canceled: "grey",
}

export const statusColor = (status: Status): Color => COLORS[status]

const ANSWER_IS_NEAR_MS = 3_000
const A_JOB_IS_NEAR_MS = 5_000
const BANK_TAKES_ITS_TIME_MS = 30_000

/**
 * When the widget looks again: an answer takes seconds, a bank takes days.
 *
 * @param unfinished edits and releases that a job has to finish
 */
export function lookAgainAfter(
  refunds: Refund[],
  unfinished: number
): number | false {
  const any = (...statuses: Status[]) =>
    refunds.some(({ status }) => statuses.includes(status))
  if (any("processing")) {
    return ANSWER_IS_NEAR_MS
  }
  if (unfinished > 0) {
    return A_JOB_IS_NEAR_MS
  }
  return any("pending", "requires_action") && BANK_TAKES_ITS_TIME_MS
}

/**
 * Whether a refund has another status now, or was made elsewhere meanwhile. One
 * made here is announced by whatever made it.
 */
export const hasMoved = (before: Refund[], after: Refund[]): boolean =>
  after.some(({ id, status, source }) => {
    const known = before.find((refund) => refund.id === id)
    return known ? known.status !== status : source !== "admin"
  })

/** The payment in the Stripe Dashboard, with its refunds. */
export const stripeDashboardUrl = (
  paymentId: string,
  livemode: boolean | null
): string => dashboardPage("payments", paymentId, livemode)

/** The dispute in the Stripe Dashboard, where it is answered. */
export const stripeDisputeUrl = (
  disputeId: string,
  livemode: boolean | null
): string => dashboardPage("disputes", disputeId, livemode)

const dashboardPage = (page: string, id: string, livemode: boolean | null) =>
  `https://dashboard.stripe.com/${livemode === false ? "test/" : ""}${page}/${encodeURIComponent(id)}`
