import { MathBN } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { collectFromCustomer, readOrder } from "../../../ledger"
import type { OrderEditRecord } from "../../../modules/refunds/order-edits"
import { chargeCard } from "./charge-card"
import { isUnsettled, noteSettlement } from "./note-settlement"
import { paymentLink } from "./payment-link"
import { dueAmount } from "./plan-money"

/**
 * Lets the customer's payment follow an edit: the collection asks for what is
 * owed, and a saved card is charged where that was planned. The caller holds the
 * order's lock. Running it again goes on where it was.
 */
export async function collectMoney(
  container: MedusaContainer,
  edit: OrderEditRecord
): Promise<OrderEditRecord> {
  const { kind, card, charge } = edit.settlement
  if (!isUnsettled(edit)) {
    return edit
  }
  const order = await readOrder(container, edit.order_id)
  if (!order) {
    return noteSettlement(container, edit, "failed", {
      code: "order_not_found",
      message: `Order ${edit.order_id} does not exist any more.`,
    })
  }
  if (kind === "charge" && card && charge) {
    return chargeCard(container, edit, order, "", card)
  }
  const due = dueAmount(order)
  const collection = await collectFromCustomer(container, order, due)
  const asked =
    collection && MathBN.gt(due, 0)
      ? {
          payment_collection_id: collection,
          payment_link: paymentLink(container, order.id, collection),
        }
      : {}
  switch (kind) {
    case "charge":
      return card && collection && MathBN.eq(due, edit.settlement.amount)
        ? chargeCard(
            container,
            { ...edit, settlement: { ...edit.settlement, ...asked } },
            order,
            collection,
            card
          )
        : noteSettlement(container, edit, "failed", {
            ...asked,
            code: "plan_changed",
            message: `The customer owes ${due} now, not ${edit.settlement.amount}; the card was not charged.`,
          })
    case "link":
      return noteSettlement(container, edit, "waiting", asked)
    case "later":
      return noteSettlement(container, edit, "owing", asked)
    case "none":
      return noteSettlement(container, edit, "settled", asked)
    case "refund":
      return edit
  }
}
