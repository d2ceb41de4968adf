import { MathBN } from "@medusajs/framework/utils"
import {
  currencyOf,
  formatPayable,
  payableAsTaken,
  planRefund,
  type Decimal,
} from "../../../domain"
import type { MedusaOrder } from "../../../ledger"
import type { OrderEditMoney, OrderEditSettle, SavedCard } from "../../../types"
import { refundError } from "../../order-refund/lib/refund-error"
import type { SettledOrder } from "./order-after"

type Warning = { code: string; message: string }
export type MoneyPlan = { settlement: OrderEditMoney; warnings: Warning[] }

type Asked = { settle: OrderEditSettle; payment_method_id: string | null }

/** What the customer owes, as their bank would be asked for it. */
export const dueAmount = (
  order: Pick<MedusaOrder, "pending_difference" | "currency_code">
): Decimal => {
  const currency = currencyOf(order.currency_code)
  return MathBN.gt(order.pending_difference, 0)
    ? formatPayable(
        payableAsTaken(order.pending_difference, currency),
        currency
      )
    : formatPayable(0n, currency)
}

/**
 * Says what becomes of the money. What the order owed before the edit is not
 * paid with it unless the merchant asks for a refund: they may have a reason.
 *
 * @throws invalid_request when the merchant asks for what cannot be
 */
export function planMoney(
  before: SettledOrder,
  after: SettledOrder,
  { settle, payment_method_id }: Asked,
  cards: SavedCard[]
): MoneyPlan {
  const currency = currencyOf(after.order.currency_code)
  const amountOf = (amount: Decimal) =>
    formatPayable(payableAsTaken(amount, currency), currency)
  const due = dueAmount(after.order)
  if (MathBN.gt(due, 0)) {
    return collect(before, due, { settle, payment_method_id }, cards)
  }
  const owed = amountOf(after.snapshot.owed)
  const owedBefore = amountOf(before.snapshot.owed)
  const isMore = MathBN.gt(owed, owedBefore)
  if (MathBN.eq(owed, 0) || (!isMore && settle !== "refund")) {
    return { settlement: money("none", amountOf("0")), warnings: [] }
  }
  if (settle === "charge" || settle === "link") {
    throw cannot(settle, "the customer would owe nothing")
  }
  if (settle === "later") {
    return { settlement: money("later", owed), warnings: [] }
  }
  if (settle === "auto" && MathBN.gt(owedBefore, 0)) {
    return {
      settlement: money("later", owed),
      warnings: [
        {
          code: "owed_before",
          message: `The order already owed ${owedBefore} before this edit, so nothing is refunded by itself. Refund what is owed when the edit is done.`,
        },
      ],
    }
  }
  return refund(after, owed)
}

function collect(
  before: SettledOrder,
  due: Decimal,
  { settle, payment_method_id }: Asked,
  saved_cards: SavedCard[]
): MoneyPlan {
  if (settle === "refund") {
    throw cannot(settle, `the customer would owe ${due}`)
  }
  const card = payment_method_id
    ? saved_cards.find((c) => c.payment_method_id === payment_method_id)
    : saved_cards[0]
  if (!card && (settle === "charge" || payment_method_id)) {
    throw refundError({
      code: "invalid_request",
      message: payment_method_id
        ? `${payment_method_id} is not a saved card of the customer.`
        : `The customer of ${before.order.id} has no saved card.`,
      details: { field: payment_method_id ? "payment_method_id" : "settle" },
    })
  }
  // An order that was never paid is paid by the payment that waits for it.
  const wasPaid = before.snapshot.payments.some(({ captured }) =>
    MathBN.gt(captured, 0)
  )
  const rises = MathBN.gt(due, dueAmount(before.order))
  const charges =
    card && (settle === "charge" || (settle === "auto" && wasPaid && rises))
  const kind = charges ? "charge" : settle === "later" ? "later" : "link"
  return {
    settlement: {
      ...money(kind, due),
      saved_cards,
      payment_method_id: charges ? card.payment_method_id : null,
    },
    warnings: [],
  }
}

function refund({ snapshot }: SettledOrder, owed: Decimal): MoneyPlan {
  const planned = planRefund(snapshot, { outstanding: true })
  return planned.ok
    ? {
        settlement: {
          ...money("refund", planned.plan.amount),
          refund_plan: planned.plan,
        },
        warnings: planned.plan.warnings,
      }
    : {
        settlement: money("later", owed),
        warnings: [
          { code: planned.error.code, message: planned.error.message },
        ],
      }
}

const money = (
  kind: OrderEditMoney["kind"],
  amount: Decimal
): OrderEditMoney => ({
  kind,
  amount,
  refund_plan: null,
  saved_cards: [],
  payment_method_id: null,
})

const cannot = (settle: string, why: string) =>
  refundError({
    code: "invalid_request",
    message: `"${settle}" does not fit this edit: ${why}.`,
    details: { field: "settle" },
  })
