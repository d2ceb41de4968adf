import type { RefundPlan } from "../../types"
import type { Translate } from "./error-text"
import { formatMoney, isAboveZero } from "./format-money"

/** What the button says: the money, or what it does with the goods alone. */
export function submitText(
  plan: Pick<RefundPlan, "amount" | "currency_code" | "lines"> | undefined,
  t: Translate
): string {
  if (!plan) {
    return t("refunds.drawer.submitEmpty")
  }
  if (isAboveZero(plan.amount)) {
    return t("refunds.drawer.submit", {
      amount: formatMoney(plan.amount, plan.currency_code),
    })
  }
  const does = (restock: string) =>
    plan.lines.some((line) => line.restock === restock)
  const both = does("cancel") && does("return")
  return t(
    `refunds.goods.submit.${both ? "both" : does("return") ? "return" : "cancel"}`
  )
}
