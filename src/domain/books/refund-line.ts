import type { PlannedLine } from "../plan/plan-types"
import type { NewRefundLine } from "./refund-records"

/** A planned line as it is recorded. */
export const toRefundLine = (line: PlannedLine): NewRefundLine => ({
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
})
