import { MathBN } from "@medusajs/framework/utils"
import { formatAmount, withdrawFromLines, type Decimal } from "../../../domain"
import type {
  NewGrant,
  NewRefundLine,
  OrderRefundRecord,
} from "../../../modules/refunds/types"

/** Lines of an order refund with what they add up to. */
export function grantOf(
  lines: NewRefundLine[],
  currencyCode: string
): NewGrant {
  const total = (
    field: "amount" | "subtotal" | "discount_total" | "tax_total"
  ): Decimal =>
    formatAmount(
      MathBN.sum(0, ...lines.map((line) => line[field])).toFixed(),
      currencyCode
    )
  return {
    amount: total("amount"),
    subtotal: total("subtotal"),
    discount_total: total("discount_total"),
    tax_total: total("tax_total"),
    lines,
  }
}

/** What is left of a grant when a part is taken back, or null for nothing. */
export function grantWithout(
  refund: OrderRefundRecord,
  amount: Decimal
): NewGrant | null {
  const lines = withdrawFromLines(
    refund.lines.map(({ id: _id, ...line }) => line),
    amount,
    refund.currency_code
  )
  const grant = grantOf(lines, refund.currency_code)
  return MathBN.gt(grant.amount, 0) ? grant : null
}
