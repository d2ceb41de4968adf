import { greaterThan, sum } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import { formatAmount } from "../money/money"
import type {
  NewGrant,
  NewRefundLine,
  OrderRefundRecord,
} from "./refund-records"
import { withdrawFromLines } from "./withdraw-lines"

/** Lines of an order refund with what they add up to. */
export function grantOf(
  lines: NewRefundLine[],
  currencyCode: string
): NewGrant {
  const total = (
    field: "amount" | "subtotal" | "discount_total" | "tax_total"
  ): Decimal =>
    formatAmount(sum(...lines.map((line) => line[field])), currencyCode)
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
  return greaterThan(grant.amount, "0") ? grant : null
}
