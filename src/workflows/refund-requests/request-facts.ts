import {
  feeIn,
  type OrderRefundOptions,
  type PolicyOrder,
  type RefundPolicy,
} from "../../domain"
import type { RefundRequestRecord } from "../../modules/refund-requests/types"

/**
 * The order without what this request itself holds of it: the rules ask for the units
 * of other withdrawals.
 */
export function withoutOwnUnits(
  facts: PolicyOrder,
  request: RefundRequestRecord
): PolicyOrder {
  if (request.order_refund_id || request.kind !== "withdrawal") {
    return facts
  }
  const own = (itemId: string): number =>
    request.lines.find(({ item_id }) => item_id === itemId)?.quantity ?? 0
  return {
    ...facts,
    items: facts.items.map((item) => ({
      ...item,
      withdrawn_quantity: Math.max(
        0,
        item.withdrawn_quantity - own(item.item_id)
      ),
    })),
  }
}

/** What the shop keeps by the policies that applied when the request came. */
export function asWhenItCame(
  options: OrderRefundOptions,
  { policy_snapshot }: Pick<RefundRequestRecord, "policy_snapshot">
): OrderRefundOptions {
  return {
    ...options,
    items: options.items.map((item) => {
      const rule = (policy_snapshot?.[item.item_id] ??
        null) as RefundPolicy | null
      return rule
        ? {
            ...item,
            refund: {
              ...item.refund,
              rule,
              policy: rule.name,
              restocking_fee_percent: rule.restockingFeePercent,
              return_fee: feeIn(rule.returnFee, options.currency_code),
            },
          }
        : item
    }),
  }
}
