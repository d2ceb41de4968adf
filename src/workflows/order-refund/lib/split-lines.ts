import { MathBN } from "@medusajs/framework/utils"
import { formatAmount, type Decimal } from "../../../domain"
import type { NewRefundLine } from "../../../modules/refunds/types"

/**
 * The lines of a refund that nobody has assigned: what it grants, and the rest,
 * which paid what the order owed.
 */
export function splitLines(
  granted: Decimal,
  amount: Decimal,
  currencyCode: string
): NewRefundLine[] {
  const outstanding = MathBN.sub(amount, granted).toFixed()
  const parts = [
    ["outstanding", "Outstanding amount", outstanding],
    ["unallocated", "Not assigned to lines", granted],
  ] as const
  return parts
    .filter(([, , part]) => MathBN.gt(part, 0))
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
})
