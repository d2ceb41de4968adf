import { currentTransactions } from "../../domain"
import type { CustomerRefundRecord } from "../../modules/refunds/types"
import type { StoreOrderRefund } from "../../types"
import { customerStatus, NEXT_STEP, timelineOf } from "./refund-timeline"
import { expectedAt, isReversal, methodsOf } from "./refund-ways"

/**
 * What a customer may see of a refund. It depends on the record alone: not on the
 * time, nor on a setting, of which the tag of an answer would know nothing.
 */
export function customerRefund(refund: CustomerRefundRecord): StoreOrderRefund {
  const status = customerStatus(refund)
  const current = currentTransactions(refund)
  const lost = status === "failed" || status === "canceled"
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
    next_step: NEXT_STEP[status],
    methods: methodsOf(current),
    expected_at: lost ? null : expectedAt(current, refund.trail),
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
