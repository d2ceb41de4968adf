import type { Currency } from "../money/currency"
import { decimal } from "../money/exact-decimal"
import { type Payable, roundToPayable } from "../money/money"
import { type LineTaxes, taxOf } from "./line-taxes"
import type { PricedLine, RefundedLine, TaxLine } from "./plan-types"

/** What came back of a line already. */
export type LineHistory = {
  refunded_quantity: number
  refunded_amount: Payable
  /** Per tax line, in the line's order. */
  refunded_tax: Payable[]
}

/** Earlier refunds by their line, oldest first. */
export function refundsByLine(
  refunded_lines: RefundedLine[],
  kind: RefundedLine["kind"]
): Map<string, RefundedLine[]> {
  const byLine = new Map<string, RefundedLine[]>()
  for (const refunded of refunded_lines.filter((each) => each.kind === kind)) {
    const ofLine = byLine.get(refunded.line_id) ?? []
    ofLine.push(refunded)
    byLine.set(refunded.line_id, ofLine)
  }
  return byLine
}

/** Adds up what earlier refunds gave back for a line. */
export function lineHistory(
  { tax_lines }: PricedLine,
  taxes: LineTaxes,
  refunds: RefundedLine[],
  currency: Currency
): LineHistory {
  const past = refunds.map((refunded) => ({
    ...refunded,
    amount: payable(refunded.amount, currency),
  }))
  return {
    refunded_quantity: past.reduce((sum, { quantity }) => sum + quantity, 0),
    refunded_amount: past.reduce((sum, { amount }) => sum + amount, 0n),
    refunded_tax: refundedTax(tax_lines, taxes, past, currency),
  }
}

type PastRefund = Omit<RefundedLine, "amount"> & { amount: Payable }

/**
 * The tax already given back, per tax line: as recorded, or where a refund was
 * recorded without taxes, its part by the cumulative rule.
 */
function refundedTax(
  tax_lines: TaxLine[],
  taxes: LineTaxes,
  past: PastRefund[],
  currency: Currency
): Payable[] {
  let totals = tax_lines.map(() => 0n)
  let after = 0n
  for (const { amount, tax_lines: recorded } of past) {
    const before = after
    after += amount
    const given = recorded.length
      ? recordedTax(tax_lines, recorded, currency)
      : minus(taxOf(taxes, after), taxOf(taxes, before))
    totals = totals.map((total, index) => total + (given[index] ?? 0n))
  }
  return totals
}

/** Codes need not be unique: the n-th tax of a code is the n-th of that code. */
function recordedTax(
  tax_lines: TaxLine[],
  recorded: RefundedLine["tax_lines"],
  currency: Currency
): Payable[] {
  const left = [...recorded]
  return tax_lines.map(({ code }) => {
    const index = left.findIndex((tax) => tax.code === code)
    const [tax] = index < 0 ? [] : left.splice(index, 1)
    return tax ? payable(tax.amount, currency) : 0n
  })
}

const minus = (amounts: Payable[], others: Payable[]): Payable[] =>
  amounts.map((amount, index) => amount - (others[index] ?? 0n))

const payable = (amount: string, currency: Currency): Payable =>
  roundToPayable(decimal(amount), currency)
