import { type Decimal, greaterThan } from "../../../domain"
import type { SavedCard } from "../../../types"
import { refundError } from "../../common/refund-error"
import { cannot, money, type AskedMoney, type MoneyPlan } from "./money-plan"

type Due = {
  /** What the customer will owe, and what they owed before the edit. */
  due: Decimal
  dueBefore: Decimal
  wasPaid: boolean
  cards: SavedCard[]
}

/**
 * Says how the customer pays what they will owe. By itself only an edit's own
 * money is charged: a card is asked for what was open before, which may have
 * been left so by choice, only when the merchant says "charge".
 *
 * @throws invalid_request when the merchant asks for what cannot be
 */
export function planCharge(
  orderId: string,
  asked: AskedMoney,
  { due, dueBefore, wasPaid, cards }: Due
): MoneyPlan {
  const { settle } = asked
  if (settle === "refund") {
    throw cannot(settle, `the customer would owe ${due}`)
  }
  const card = chosenCard(orderId, asked, cards)
  const rises = greaterThan(due, dueBefore)
  const owedBefore = wasPaid && greaterThan(dueBefore, "0")
  const byItself = settle === "auto" && wasPaid && rises && !owedBefore
  const charges = card && (settle === "charge" || byItself)
  const kind = charges ? "charge" : settle === "later" ? "later" : "link"
  return {
    settlement: {
      ...money(kind, due),
      saved_cards: cards,
      payment_method_id: charges ? card.payment_method_id : null,
    },
    warnings:
      owedBefore && rises && kind !== "later"
        ? [
            {
              code: "due_before",
              message: `The ${due} include ${dueBefore} that the customer owed before this edit.${settle === "auto" && card ? " So no card is charged by itself." : ""}`,
            },
          ]
        : [],
  }
}

function chosenCard(
  orderId: string,
  { settle, payment_method_id }: AskedMoney,
  cards: SavedCard[]
): SavedCard | undefined {
  const card = payment_method_id
    ? cards.find((each) => each.payment_method_id === payment_method_id)
    : cards[0]
  if (!card && (settle === "charge" || payment_method_id)) {
    throw refundError({
      code: "invalid_request",
      message: payment_method_id
        ? `${payment_method_id} is not a saved card of the customer.`
        : `The customer of ${orderId} has no saved card.`,
      details: { field: payment_method_id ? "payment_method_id" : "settle" },
    })
  }
  return card
}
