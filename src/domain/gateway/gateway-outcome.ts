import type { RefundDetails } from "./refund-details"
import type { RefundTransactionStatus } from "./refund-transaction-status"

/**
 * The merchant's own balance at Stripe cannot pay the refund. Stripe says so as
 * the reason why one waits (`pending_reason`) or failed (`failure_reason`), and
 * without any code where it refuses one.
 */
export const INSUFFICIENT_FUNDS = "insufficient_funds"

/** What one attempt to refund told us. The three lead to different duties. */
export type GatewayOutcome =
  /** The gateway has the refund: its id and status are known. */
  | {
      kind: "accepted"
      status: Extract<
        RefundTransactionStatus,
        "pending" | "requires_action" | "succeeded" | "failed" | "canceled"
      >
      stripe_refund_id: string | null
      failure_code?: string | null
      failure_reason?: string | null
      reference?: string | null
      /** What the gateway says beside the status; other gateways say nothing. */
      details?: RefundDetails
      request_id?: string | null
    }
  /** The gateway refused: no money moved, the next try is a new request. */
  | {
      kind: "declined"
      code: string
      message: string
      request_id?: string | null
    }
  /** We cannot tell whether money moved: keep the reservation, resolve later. */
  | {
      kind: "unknown"
      code: string
      message: string
      /** The gateway has done all it will do for this key, and says so again. */
      finished?: boolean
      request_id?: string | null
    }
