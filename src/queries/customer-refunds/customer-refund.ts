import {
  currentTransactions,
  expectedArrival,
  type OrderRefundStatus,
  type RefundTransactionStatus,
} from "../../domain"
import type { CustomerRefundRecord } from "../../modules/refunds/types"
import type { StoreOrderRefund, StoreRefundStatus } from "../../types"

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

/** Whether there is anything to tell: a refund that was refused at once never was. */
export const isForCustomer = ({
  revoked_at,
  transactions,
}: CustomerRefundRecord) =>
  !revoked_at || transactions.some(({ accepted_at }) => accepted_at)

/**
 * What a customer may see of a refund. It depends on the record alone: not on the
 * time, nor on a setting, of which the tag of an answer would know nothing.
 */
export function customerRefund(refund: CustomerRefundRecord): StoreOrderRefund {
  const owed = refund.status === "canceled" && !refund.revoked_at
  const status = owed ? "failed" : STATUS[refund.status]
  const current = currentTransactions(refund)
  return {
    id: refund.id,
    status,
    currency_code: refund.currency_code,
    amount: refund.amount,
    lines: refund.lines.map(({ kind, item_id, title, quantity, amount }) => ({
      kind: kind === "item" || kind === "shipping" ? kind : "other",
      item_id,
      title: kind === "unallocated" ? "Refund" : title,
      quantity,
      amount,
    })),
    note: refund.customer_note,
    timeline: timelineOf(refund, status),
    expected_at: expectedAt(refund, status),
    bank_references: current.flatMap(({ reference, method }) =>
      reference && method === "gateway" ? [reference] : []
    ),
    is_reversal: isReversal(current),
    action_expires_at:
      current
        .flatMap(({ action_expires_at }) => action_expires_at ?? [])
        .sort()[0] ?? null,
    created_at: refund.created_at,
  }
}

/** Not where a part of it comes back as an entry of its own. */
const isReversal = (current: CustomerRefundRecord["transactions"]): boolean =>
  current.length > 0 &&
  current.every(
    ({ card_refund_type, method }) =>
      method === "gateway" && card_refund_type === "reversal"
  )

/** Steps that look the same to a customer are one. */
function timelineOf(
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

const expectedAt = (
  refund: CustomerRefundRecord,
  status: StoreRefundStatus
): StoreOrderRefund["expected_at"] =>
  status === "failed" || status === "canceled" ? null : expectedArrival(refund)
