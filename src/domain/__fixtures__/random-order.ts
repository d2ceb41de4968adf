import fc from "fast-check"
import { currencyOf } from "../money/currency"
import { add } from "../money/exact-decimal"
import { lineValue } from "../plan/line-value"
import { formatPayable, roundToPayable } from "../money/money"
import type {
  ItemLine,
  OrderSnapshot,
  RefundPlan,
  RefundRequest,
  ShippingLine,
} from "../plan/plan-types"

/** Digits like a price's: up to five decimals. */
const decimalText = (max: number) =>
  fc
    .tuple(
      fc.integer({ min: 0, max }),
      fc.integer({ min: 0, max: 99999 }),
      fc.integer({ min: 0, max: 5 })
    )
    .map(([whole, fraction, digits]) =>
      digits === 0
        ? String(whole)
        : `${whole}.${String(fraction).padStart(5, "0").slice(0, digits)}`
    )

const taxLines = fc.array(
  fc.record({
    code: fc.constantFrom("vat", "state", "city"),
    rate: fc.constantFrom("0", "5", "7", "8.875", "9.975", "19", "20", "25"),
  }),
  { maxLength: 5 }
)
const adjustments = fc.array(
  fc.record({ amount: decimalText(9), is_tax_inclusive: fc.boolean() }),
  { maxLength: 2 }
)

const priced = {
  is_tax_inclusive: fc.boolean(),
  adjustments,
  tax_lines: taxLines,
}

const item = fc.record({
  ...priced,
  // Now and then a discount that is a line of its own.
  unit_price: fc.oneof(
    { weight: 9, arbitrary: decimalText(200) },
    { weight: 1, arbitrary: decimalText(30).map((text) => `-${text}`) }
  ),
  quantity: fc.integer({ min: 1, max: 9 }),
})
const shipping = fc.record({ ...priced, amount: decimalText(30) })

/**
 * An order paid in full by one to three payments, as Stripe would take it. Its
 * lines can be below zero: a discount as a line, a discount above the price.
 */
export const randomOrder: fc.Arbitrary<OrderSnapshot> = fc
  .record({
    currency_code: fc.constantFrom("usd", "eur", "jpy", "kwd", "isk"),
    items: fc.array(item, { minLength: 1, maxLength: 6 }),
    shipping: fc.array(shipping, { maxLength: 2 }),
    payments: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ currency_code, payments, ...lines }) => {
    const items: ItemLine[] = lines.items.map((line, index) => ({
      ...line,
      id: `item_${index}`,
      fulfilled_quantity: 0,
      returned_quantity: 0,
    }))
    const shipping_methods: ShippingLine[] = lines.shipping.map(
      (line, index) => ({ ...line, id: `ship_${index}` })
    )
    return paid(
      {
        order_id: "order_1",
        currency_code,
        canceled: false,
        has_active_change: false,
        owed: "0",
        items,
        shipping_methods,
        payments: [],
        refunded_lines: [],
      },
      payments
    )
  })
  // Nobody pays less than nothing.
  .filter((order) => exactTotal(order).units >= 0n)

const exactTotal = (order: OrderSnapshot) =>
  add(...[...order.items, ...order.shipping_methods].map(lineValue))

/** The same order, its rounded total split over so many payments. */
export function paid(order: OrderSnapshot, payments = 1): OrderSnapshot {
  const currency = currencyOf(order.currency_code)
  const total = roundToPayable(exactTotal(order), currency)
  const share = total / BigInt(payments)
  return {
    ...order,
    payments: Array.from({ length: payments }, (_, index) => ({
      id: `pay_${index}`,
      provider_id: "pp_stripe_stripe",
      captured: formatPayable(
        index === 0 ? total - share * BigInt(payments - 1) : share,
        currency
      ),
      refunded: "0",
      reserved: "0",
      refundable: true,
    })),
  }
}

/** Why a release can be refused: with lines below zero, the others cost more than is held. */
export const possibleRefusals = (order: OrderSnapshot): string[] =>
  [...order.items, ...order.shipping_methods].some(
    (line) => lineValue(line).units < 0n
  )
    ? ["nothing_to_refund", "amount_exceeds_payment"]
    : ["nothing_to_refund"]

/** The order after a plan was carried out. */
export function afterRefund(
  order: OrderSnapshot,
  plan: RefundPlan
): OrderSnapshot {
  const currency = currencyOf(order.currency_code)
  const plus = (a: string, b: string) =>
    formatPayable(payable(a) + payable(b), currency)
  const payable = (text: string) =>
    roundToPayable(add({ units: 0n, scale: 0 }, parse(text)), currency)
  return {
    ...order,
    payments: order.payments.map((payment) => {
      const drawn = plan.payments.find(
        ({ payment_id }) => payment_id === payment.id
      )
      return drawn
        ? { ...payment, refunded: plus(payment.refunded, drawn.amount) }
        : payment
    }),
    refunded_lines: [
      ...order.refunded_lines,
      ...plan.lines.flatMap((line) =>
        line.kind === "item" || line.kind === "shipping"
          ? [
              {
                kind: line.kind,
                line_id: line.item_id ?? line.shipping_method_id ?? "",
                quantity: line.quantity,
                amount: line.amount,
                tax_lines: line.tax_lines.map(({ code, amount }) => ({
                  code,
                  amount,
                })),
              },
            ]
          : []
      ),
    ],
  }
}

function parse(text: string) {
  const [whole = "0", fraction = ""] = text.split(".")
  return { units: BigInt(whole + fraction), scale: fraction.length }
}

/** One thing that a merchant may do next; it need not be possible. */
export const randomRequest = (
  order: OrderSnapshot
): fc.Arbitrary<RefundRequest> => {
  const item_id = fc.constantFrom(...order.items.map(({ id }) => id))
  const units = fc
    .tuple(item_id, fc.integer({ min: 1, max: 5 }))
    .map(([id, quantity]) => ({ items: [{ item_id: id, quantity }] }))
  const amount = fc.integer({ min: 1, max: 40 }).map(String)
  const inside = fc
    .tuple(item_id, amount)
    .map(([id, text]) => ({ items: [{ item_id: id, amount: text }] }))
  const methods = order.shipping_methods.map(({ id }) => id)
  const freight = methods.length
    ? fc
        .tuple(
          fc.constantFrom(...methods),
          fc.option(amount, { nil: undefined })
        )
        .map(([id, text]) => ({
          shipping: [{ shipping_method_id: id, amount: text }],
        }))
    : units
  return fc.oneof(units, inside, freight)
}
