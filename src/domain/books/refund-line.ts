import type { AboutLine, PlannedLine, RefundRequest } from "../plan/plan-types"
import type { NewRefundLine } from "./refund-records"

/**
 * A planned line as it is recorded.
 *
 * @param request what was planned: it may say why this line is refunded
 */
export function toRefundLine(
  line: PlannedLine,
  request: Pick<RefundRequest, "items" | "shipping" | "adjustment">
): NewRefundLine {
  const about = aboutLine(line, request)
  return {
    kind: line.kind,
    item_id: line.item_id ?? null,
    shipping_method_id: line.shipping_method_id ?? null,
    title: line.title,
    quantity: line.quantity,
    unit_amount: line.unit_amount,
    subtotal: line.subtotal,
    discount_total: line.discount_total,
    tax_total: line.tax_total,
    tax_lines: line.tax_lines,
    amount: line.amount,
    restock: line.restock,
    refund_reason_id: about?.refund_reason_id || null,
    metadata: about?.metadata ?? null,
  }
}

/** What the request says of a line that it names; nobody names what closes a gap. */
function aboutLine(
  { kind, item_id, shipping_method_id, amount }: PlannedLine,
  { items, shipping, adjustment }: Parameters<typeof toRefundLine>[1]
): AboutLine | undefined {
  switch (kind) {
    case "item":
      return items === "all"
        ? undefined
        : items?.find((item) => item.item_id === item_id)
    case "shipping":
      return shipping === "all"
        ? undefined
        : shipping?.find(
            (method) => method.shipping_method_id === shipping_method_id
          )
    case "adjustment":
      return amount.startsWith("-") ? undefined : adjustment
    default:
      return undefined
  }
}
