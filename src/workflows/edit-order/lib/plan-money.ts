import {
  amountDue,
  currencyOf,
  type Decimal,
  formatPayable,
  greaterThan,
  isZero,
  payableAsTaken,
  planRefund,
} from "../../../domain"
import type { SavedCard } from "../../../types"
import { refundError } from "../../common/refund-error"
import { cannot, money, type AskedMoney, type MoneyPlan } from "./money-plan"
import { planCharge } from "./plan-charge"
import type { SettledOrder } from "./order-after"

/**
 * Says what becomes of the money. What was owed before the edit, to the customer
 * or by them, is not paid with it unless the merchant says so: they may have a
 * reason.
 *
 * @throws invalid_request when the merchant asks for what cannot be, and the codes
 *   of a refund when they ask for one
 */
export function planMoney(
  before: SettledOrder,
  after: SettledOrder,
  asked: AskedMoney,
  cards: SavedCard[]
): MoneyPlan {
  const { settle } = asked
  const currency = currencyOf(after.order.currency_code)
  const amountOf = (amount: Decimal) =>
    formatPayable(payableAsTaken(amount, currency), currency)
  const due = amountDue(after)
  if (greaterThan(due, "0")) {
    return planCharge(before.order.id, asked, {
      due,
      dueBefore: amountDue(before),
      // An order that was never paid is paid by the payment that waits for it.
      wasPaid: before.snapshot.payments.some(({ captured }) =>
        greaterThan(captured, "0")
      ),
      cards,
    })
  }
  const owed = amountOf(after.snapshot.owed)
  const owedBefore = amountOf(before.snapshot.owed)
  const isMore = greaterThan(owed, owedBefore)
  if (isZero(owed) || (!isMore && settle !== "refund")) {
    return { settlement: money("none", amountOf("0")), warnings: [] }
  }
  if (settle === "charge" || settle === "link") {
    throw cannot(settle, "the customer would owe nothing")
  }
  if (settle === "later") {
    return { settlement: money("later", owed), warnings: [] }
  }
  if (settle === "auto" && greaterThan(owedBefore, "0")) {
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
  return refund(after, owed, settle === "refund")
}

/** What was asked for in so many words is made, or refused. */
function refund(
  { snapshot }: SettledOrder,
  owed: Decimal,
  isAskedFor: boolean
): MoneyPlan {
  const planned = planRefund(snapshot, { outstanding: true })
  if (!planned.ok && isAskedFor) {
    throw refundError(planned.error)
  }
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
