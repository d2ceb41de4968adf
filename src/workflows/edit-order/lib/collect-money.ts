import { amountDue, equal, greaterThan, lessThan } from "../../../domain"
import type { MedusaContainer } from "@medusajs/framework/types"
import { collectFromCustomer, readOrder } from "../../../ledger"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"
import { readOrderRefundState } from "../../common/read-order-state"
import { chargeCard } from "./charge-card"
import { isUnsettled, noteSettlement } from "./note-settlement"
import { paymentLink, whyNoLink, withLink } from "./payment-link"

/**
 * Lets the customer's payment follow an edit: the collection asks for what is
 * owed, and a saved card is charged where that was planned. The caller holds the
 * order's lock. Running it again goes on where it was.
 *
 * @param renew extends the order's lock: payment providers may be slow
 */
export async function collectMoney(
  container: MedusaContainer,
  edit: OrderEditRecord,
  renew: () => Promise<void>
): Promise<OrderEditRecord> {
  const { kind, card, charge } = edit.settlement
  if (!isUnsettled(edit)) {
    return edit
  }
  await renew()
  const order = await readOrder(container, edit.order_id)
  if (!order) {
    return noteSettlement(container, edit, "failed", {
      code: "order_not_found",
      message: `Order ${edit.order_id} does not exist any more.`,
    })
  }
  if (kind === "charge" && card && charge) {
    return chargeCard(container, { edit, order, collectionId: "", card, renew })
  }
  const due = amountDue(await readOrderRefundState(container, order.id))
  const collection = await collectFromCustomer(container, order, due)
  const asked =
    collection && greaterThan(due, "0")
      ? {
          payment_collection_id: collection,
          payment_link: paymentLink(container, order.id, collection),
        }
      : { payment_collection_id: null, payment_link: null }
  // Nobody is charged, or waited for, who owes nothing.
  if (asksCustomer(edit) && !greaterThan(due, "0")) {
    return noteSettlement(container, edit, "settled", {
      ...asked,
      kind: "none",
      amount: due,
    })
  }
  switch (kind) {
    case "charge":
      return card && collection && equal(due, edit.settlement.amount)
        ? chargeCard(container, {
            edit: { ...edit, settlement: { ...edit.settlement, ...asked } },
            order,
            collectionId: collection,
            card,
            renew,
          })
        : noteSettlement(container, edit, "failed", {
            ...asked,
            code: "plan_changed",
            message: withLink(
              `The customer owes ${due} now, not ${edit.settlement.amount}; the card was not charged.`,
              asked
            ),
          })
    case "link":
      // Nobody waits for a customer who has no link to pay by.
      return noteSettlement(
        container,
        edit,
        asked.payment_link ? "waiting" : "owing",
        { ...asked, message: whyNoLink(asked) }
      )
    case "later":
      return noteSettlement(container, edit, "owing", {
        ...asked,
        message: whyNoLink(asked),
      })
    case "none":
      return noteSettlement(container, edit, "settled", asked)
    case "refund":
      return edit
  }
}

/** Whether the edit was to get money from the customer, now or later. */
const asksCustomer = ({ settlement: { kind }, preview }: OrderEditRecord) =>
  kind === "charge" ||
  kind === "link" ||
  (kind === "later" && lessThan(preview.owed, "0"))
