import type { Currency } from "../money/currency"
import { formatPayable } from "../money/money"
import { totalOf } from "./fit-to-funds"
import { dueOf } from "./plan-outstanding"
import type { OrderSnapshot, PaymentBalance, RefundPlan } from "./plan-types"
import type { CountedLine } from "./planned-line"

/** What a merchant should know before they refund these lines. */
export const planWarnings = (
  order: OrderSnapshot,
  lines: CountedLine[],
  drawn: readonly string[],
  currency: Currency
): RefundPlan["warnings"] => [
  ...unpaidOrder(order, lines, currency),
  ...uncountedGoods(order, lines),
  ...overdueWarnings(order.payments, drawn),
]

/** Money would leave an order that the customer has not paid in full. */
function unpaidOrder(
  order: OrderSnapshot,
  lines: CountedLine[],
  currency: Currency
): RefundPlan["warnings"] {
  const due = dueOf(order, currency)
  return due > 0n && totalOf(lines) > 0n
    ? [
        {
          code: "customer_owes",
          message: `The customer still has to pay ${formatPayable(due, currency)} of this order, and money leaves all the same. To take units off that were not paid, edit the order.`,
        },
      ]
    : []
}

/** Goods that nobody counts cannot come back to a shelf. */
function uncountedGoods(
  order: OrderSnapshot,
  lines: CountedLine[]
): RefundPlan["warnings"] {
  const uncounted = order.items.filter(
    ({ stock_managed }) => stock_managed === false
  )
  return lines
    .filter(
      ({ item_id, restock }) =>
        restock !== "none" && uncounted.some(({ id }) => id === item_id)
    )
    .map(({ item_id, title }) => ({
      code: "stock_not_managed",
      message: `The store does not count ${title} (${item_id}), so no stock changes.`,
    }))
}

/** Stripe would refuse these parts; it has the last word. */
const overdueWarnings = (
  payments: PaymentBalance[],
  drawn: readonly string[]
): RefundPlan["warnings"] =>
  payments.flatMap(({ id, overdue_method: overdue }) =>
    overdue && drawn.includes(id)
      ? [
          {
            code: "payment_method_overdue",
            message: `${id} was paid by ${overdue.name} ${overdue.days} days ago, and Stripe refunds that for ${overdue.refund_days} days: it will probably refuse. Choose another payment, or pay the customer another way.`,
          },
        ]
      : []
  )
