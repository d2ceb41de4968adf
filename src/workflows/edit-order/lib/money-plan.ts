import type { Decimal } from "../../../domain"
import type { OrderEditMoney, OrderEditSettle } from "../../../types"
import { refundError } from "../../common/refund-error"

/** What will become of the money, and what the merchant has to know of it. */
export type MoneyPlan = {
  settlement: OrderEditMoney
  warnings: { code: string; message: string }[]
}

/** What the merchant said of the money. */
export type AskedMoney = {
  settle: OrderEditSettle
  payment_method_id: string | null
}

export const money = (
  kind: OrderEditMoney["kind"],
  amount: Decimal
): OrderEditMoney => ({
  kind,
  amount,
  refund_plan: null,
  saved_cards: [],
  payment_method_id: null,
})

export const cannot = (settle: string, why: string) =>
  refundError({
    code: "invalid_request",
    message: `"${settle}" does not fit this edit: ${why}.`,
    details: { field: "settle" },
  })
