import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaOrder } from "../../../domain"
import { endSession, openSessions, prepareCharge } from "../../../ledger"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"
import { stripeFor } from "../../common/refunds-module"
import { toError } from "../../common/to-error"
import { resolveRequest } from "../../gateway/resolve-request"
import { submitRequest } from "../../gateway/submit-request"
import { chargeRequest } from "./charge-request"
import { noteSettlement } from "./note-settlement"
import { withLink } from "./payment-link"

/** What is to be charged, and from which card. */
export type CardCharge = {
  edit: OrderEditRecord
  order: MedusaOrder
  collectionId: string
  card: NonNullable<OrderEditRecord["settlement"]["card"]>
  /** Extends the order's lock, or fails when somebody else holds it by now. */
  renew: () => Promise<void>
}

/**
 * Charges the customer's saved card for what they owe. The intent is written
 * down before it is confirmed, and is the only one: whatever answer is lost, the
 * customer is charged once or not at all.
 *
 * The caller holds the order's lock. It is renewed before each call, so that no
 * slow answer lets a card be charged without it.
 */
export async function chargeCard(
  container: MedusaContainer,
  asked: CardCharge
): Promise<OrderEditRecord> {
  const { edit, card, renew } = asked
  const stripe = stripeFor(container, card.provider_id)
  if (!stripe) {
    return noteSettlement(container, edit, "failed", {
      code: "provider_declined",
      message: withLink(
        `The plugin has no Stripe key for ${card.provider_id}.`,
        edit.settlement
      ),
    })
  }
  const begun = edit.settlement.charge ? edit : await begin(container, asked)
  const { charge } = begun.settlement
  if (!charge) {
    return begun
  }
  const request = chargeRequest(container, {
    stripe,
    edit: begun,
    charge,
    payment_method: card.payment_method_id,
    renew,
  })
  if (!edit.settlement.charge) {
    return (await submitRequest(request, new Date())) ?? begun
  }
  // One that a crash left as reserved counts as sent, too: the intent is looked
  // up, and not confirmed a second time.
  await request.begin("first", new Date())
  return resolveRequest(request, new Date())
}

async function begin(
  container: MedusaContainer,
  { edit, order, collectionId, card, renew }: CardCharge
): Promise<OrderEditRecord> {
  try {
    // What the customer began elsewhere must not be paid beside this charge.
    for (const { id } of await openSessions(container, order)) {
      await renew()
      await endSession(container, id)
    }
    await renew()
    const charge = await prepareCharge(container, {
      payment_collection_id: collectionId,
      provider_id: card.provider_id,
      amount: edit.settlement.amount,
      currency_code: order.currency_code,
      customer: card.customer,
      payment_method: card.payment_method_id,
      metadata: { order_id: order.id, order_edit_id: edit.id },
    })
    return await noteSettlement(container, edit, "processing", {
      charge: {
        ...charge,
        idempotency_key: `${edit.id}:confirm`,
        status: "reserved",
      },
    })
  } catch (error) {
    // A lost lock is no refusal: then this fails too, and the job goes on.
    await renew()
    // Nothing was confirmed, so nothing was taken.
    return noteSettlement(container, edit, "failed", {
      code: "provider_declined",
      message: withLink(
        `The charge could not be begun: ${toError(error).message}`,
        edit.settlement
      ),
    })
  }
}
