import type { OrderRefundDTO } from "../../types"

type Color = "green" | "orange" | "red" | "grey" | "blue"

const COLORS: Record<OrderRefundDTO["status"], Color> = {
  processing: "orange",
  requires_action: "orange",
  pending: "blue",
  succeeded: "green",
  partially_failed: "red",
  failed: "red",
  withdrawn: "grey",
  canceled: "grey",
}

export const statusColor = (status: OrderRefundDTO["status"]): Color =>
  COLORS[status]

/** Whether a refund may change by itself soon, so that the widget looks again. */
export const isMoving = ({ status }: OrderRefundDTO): boolean =>
  status === "processing" || status === "pending"

/** The payment in the Stripe Dashboard, with its refunds. */
export const stripeDashboardUrl = (
  paymentId: string,
  livemode: boolean | null
): string =>
  `https://dashboard.stripe.com/${livemode === false ? "test/" : ""}payments/${encodeURIComponent(paymentId)}`
