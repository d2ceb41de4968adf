import { add, decimal, decimalText } from "../../../../src/domain/exact-decimal"
import { lineValue } from "../../../../src/domain/line-value"
import type { ItemLine, ShippingLine } from "../../../../src/domain"
import type { Random } from "../../../support/random"

type TaxLine = { code: string; rate: number }
type Priced = {
  is_tax_inclusive: boolean
  tax_lines: TaxLine[]
  adjustments: { code: string; amount: number; is_tax_inclusive: boolean }[]
}
export type RandomItem = Priced & {
  title: string
  quantity: number
  unit_price: number
}
export type RandomShipping = Priced & { name: string; amount: number }

export type RandomOrder = {
  items: RandomItem[]
  shipping_methods: RandomShipping[]
  /** What it costs, exact: Medusa's total. */
  total: number
  /** Of that, for shipping. */
  shipping: number
}

const RATES = [0, 7, 8.875, 19, 20]

/** Two to four lines with prices, discounts and taxes as shops have them, and odd ones. */
export function randomOrder(random: Random): RandomOrder {
  const cents = (most: number) => (1 + random.below(most * 100)) / 100
  const priced = (price: number, ofItem: boolean): Priced => ({
    is_tax_inclusive: random.chance(0.4),
    tax_lines: random.chance(0.9)
      ? [{ code: "vat", rate: random.pick(RATES) }]
      : [
          { code: "gst", rate: 5 },
          { code: "qst", rate: 9.975 },
        ],
    adjustments: random.chance(0.5)
      ? [
          {
            code: "LESS",
            // Medusa keeps no such flag for a discount of shipping.
            is_tax_inclusive: ofItem && random.chance(0.5),
            amount: Math.min(cents(30), Math.floor(price * 80) / 100),
          },
        ]
      : [],
  })
  const items = Array.from({ length: 2 + random.below(3) }, (_, index) => {
    const quantity = 1 + random.below(4)
    const unit_price = cents(60)
    return {
      title: `Line ${index}`,
      quantity,
      unit_price,
      ...priced(quantity * unit_price, true),
    }
  })
  const shipping_methods = random.chance(0.7)
    ? [{ name: "Standard", amount: 5, ...priced(5, false) }]
    : []
  return {
    items,
    shipping_methods,
    total: totalOf(items, shipping_methods),
    shipping: totalOf([], shipping_methods),
  }
}

function totalOf(items: RandomItem[], shipping: RandomShipping[]): number {
  const lines: (ItemLine | ShippingLine)[] = [
    ...items.map(({ unit_price, quantity, ...line }, index) => ({
      ...toLine(line, `item_${index}`),
      unit_price: String(unit_price),
      quantity,
      fulfilled_quantity: 0,
      returned_quantity: 0,
    })),
    ...shipping.map(({ amount, ...line }) => ({
      ...toLine(line, "shipping"),
      amount: String(amount),
    })),
  ]
  return Number(decimalText(add(...lines.map(lineValue), decimal("0"))))
}

const toLine = (
  { is_tax_inclusive, tax_lines, adjustments }: Priced,
  id: string
) => ({
  id,
  is_tax_inclusive,
  tax_lines: tax_lines.map(({ code, rate }) => ({ code, rate: String(rate) })),
  adjustments: adjustments.map(({ amount, ...adjustment }) => ({
    amount: String(amount),
    is_tax_inclusive: adjustment.is_tax_inclusive,
  })),
})
