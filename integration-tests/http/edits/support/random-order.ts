import type { ItemLine, ShippingLine } from "../../../../src/domain"
import {
  add,
  decimal,
  decimalText,
} from "../../../../src/domain/money/exact-decimal"
import { lineValue } from "../../../../src/domain/plan/line-value"
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

/** Amounts in major units, exact but for the last bits of a float. */
export type RandomOrder = {
  currency_code: string
  /** Digits after the point that Stripe counts in. */
  exponent: number
  items: RandomItem[]
  shipping_methods: RandomShipping[]
  /** What it costs: Medusa's total. */
  total: number
  /** Of that, for shipping. */
  shipping: number
  /** Of that, for a unit of each line, and for one more, which has no discount. */
  units: { value: number; more: number }[]
}

const RATES = [0, 7, 8.875, 19, 20]

/** Most are in EUR: only its products have prices that an edit can add. */
const CURRENCIES = [
  { currency_code: "eur", exponent: 2 },
  { currency_code: "eur", exponent: 2 },
  { currency_code: "jpy", exponent: 0 },
  { currency_code: "kwd", exponent: 3 },
]

/** Two to four lines with prices, discounts and taxes as shops have them, and odd ones. */
export function randomOrder(random: Random): RandomOrder {
  const { currency_code, exponent } = random.pick(CURRENCIES)
  const one = exponent === 0 ? 1 : 0.01
  const price = (most: number) =>
    exponent === 0
      ? 1 + random.below(most * 100)
      : (1 + random.below(most * 100)) / 100
  const rounded = (amount: number, digits: number) =>
    Number(amount.toFixed(digits))
  const priced = (of: number, isItem: boolean): Priced => ({
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
            is_tax_inclusive: isItem && random.chance(0.5),
            amount: random.chance(0.5)
              ? rounded(Math.min(price(30), of * 0.8), one === 1 ? 0 : 2)
              : rounded((of * (5 + random.below(70))) / 100, 6),
          },
        ]
      : [],
  })
  const items = Array.from({ length: 2 + random.below(3) }, (_, index) => {
    const quantity = 1 + random.below(4)
    const unit_price = price(60)
    return {
      title: `Line ${index}`,
      quantity,
      unit_price,
      ...priced(quantity * unit_price, true),
    }
  })
  const amount = exponent === 0 ? 500 : 5
  const shipping_methods = random.chance(0.7)
    ? [{ name: "Standard", amount, ...priced(amount, false) }]
    : []
  return {
    currency_code,
    exponent,
    items,
    shipping_methods,
    total: costOf(items, shipping_methods),
    shipping: costOf([], shipping_methods),
    units: items.map((item) => ({
      value: costOf([item], []) / item.quantity,
      more: costOf([{ ...item, quantity: 1, adjustments: [] }], []),
    })),
  }
}

function costOf(items: RandomItem[], shipping: RandomShipping[]): number {
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
  adjustments: adjustments.map((adjustment) => ({
    amount: String(adjustment.amount),
    is_tax_inclusive: adjustment.is_tax_inclusive,
  })),
})
