import { greaterThan, subtract } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import { formatAmount } from "../money/money"
import type { NewRefundLine } from "./refund-records"

/**
 * The lines of a refund that nobody has assigned: what it grants, and the rest,
 * which paid what the order owed.
 */
export function splitLines(
  granted: Decimal,
  amount: Decimal,
  currencyCode: string
): NewRefundLine[] {
  const outstanding = subtract(amount, granted)
  const parts = [
    ["outstanding", "Outstanding amount", outstanding],
    ["unallocated", "Not assigned to lines", granted],
  ] as const
  return parts
    .filter(([, , part]) => greaterThan(part, "0"))
    .map(([kind, title, part]) =>
      untaxed(kind, title, formatAmount(part, currencyCode))
    )
}

const untaxed = (
  kind: NewRefundLine["kind"],
  title: string,
  amount: Decimal
): NewRefundLine => ({
  kind,
  item_id: null,
  shipping_method_id: null,
  title,
  quantity: 1,
  unit_amount: amount,
  subtotal: amount,
  discount_total: "0",
  tax_total: "0",
  tax_lines: [],
  amount,
  restock: "none",
  refund_reason_id: null,
  metadata: null,
})
