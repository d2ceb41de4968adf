import type { OrderRefundStatus, RefundTransactionStatus } from "../../domain"
import type { CustomerRefundRecord } from "../../modules/refunds/types"
import type {
  StoreOrderRefund,
  StoreRefundNextStep,
  StoreRefundStatus,
} from "../../types"

const STATUS: Record<OrderRefundStatus, StoreRefundStatus> = {
  processing: "requested",
  pending: "on_its_way",
  requires_action: "action_required",
  succeeded: "refunded",
  partially_failed: "partially_refunded",
  failed: "failed",
  withdrawn: "canceled",
  canceled: "canceled",
}

const STEP: Record<RefundTransactionStatus, StoreRefundStatus> = {
  reserved: "requested",
  submitting: "requested",
  unknown: "requested",
  pending: "on_its_way",
  requires_action: "action_required",
  succeeded: "refunded",
  failed: "failed",
  canceled: "canceled",
}

/** Whose turn it is. A refund that failed is owed: the store tries again, or asks. */
export const NEXT_STEP: Record<StoreRefundStatus, StoreRefundNextStep> = {
  requested: "wait",
  on_its_way: "wait",
  action_required: "action_required",
  refunded: "none",
  partially_refunded: "shop_will_contact_you",
  failed: "shop_will_contact_you",
  canceled: "none",
}

/** How far a refund is, as its customer understands it. */
export const customerStatus = ({
  status,
  revoked_at,
}: Pick<CustomerRefundRecord, "status" | "revoked_at">): StoreRefundStatus =>
  // Cancelled at the bank, and still owed.
  status === "canceled" && !revoked_at ? "failed" : STATUS[status]

/** Every status it had, oldest first. Steps that look the same to a customer are one. */
export function timelineOf(
  { created_at: requestedAt, trail }: CustomerRefundRecord,
  status: StoreRefundStatus
): StoreOrderRefund["timeline"] {
  const steps: StoreOrderRefund["timeline"] = [
    { status: "requested", at: requestedAt },
  ]
  const add = (next: StoreRefundStatus, at: string) => {
    if (steps.at(-1)?.status !== next) {
      steps.push({ status: next, at })
    }
  }
  for (const { request_id, to_status, created_at } of trail) {
    if (request_id && to_status) {
      add(STEP[to_status as RefundTransactionStatus], created_at)
    }
  }
  add(status, trail.at(-1)?.created_at ?? requestedAt)
  return steps
}
