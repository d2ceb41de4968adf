import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaOrder } from "../../../domain"
import {
  bookCharge,
  endSession,
  hasSession,
  openSessions,
  paymentOfSession,
  prepareCharge,
} from "../../../ledger"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"
import {
  cancelIntent,
  confirmOffSession,
  readIntent,
  type Decline,
  type IntentState,
} from "../../../stripe"
import { stripeFor } from "../../common/refunds-module"
import { toError } from "../../common/to-error"
import { closeRest } from "./close-rest"
import { noteCharge } from "./note-charge"
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
  await renew()
  // Committed before Stripe is asked. One that a crash left as reserved counts as
  // sent, too: the intent is looked up, and not confirmed a second time.
  const sent =
    charge.status === "reserved"
      ? await noteCharge(container, begun, "submitting")
      : begun
  const state = edit.settlement.charge
    ? await readIntent(stripe, charge.payment_intent_id)
    : await confirmOffSession(stripe, {
        id: charge.payment_intent_id,
        payment_method: card.payment_method_id,
        idempotency_key: charge.idempotency_key,
      })
  return conclude(container, sent, state, async () => {
    await renew()
    return cancelIntent(stripe, charge.payment_intent_id)
  })
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

/** Books what was taken; what was not taken is made sure never to be. */
async function conclude(
  container: MedusaContainer,
  edit: OrderEditRecord,
  state: IntentState,
  cancel: () => Promise<IntentState>
): Promise<OrderEditRecord> {
  switch (state.kind) {
    case "paid":
      return book(container, edit)
    case "canceled":
      return giveUp(container, edit, NO_DECLINE)
    case "on_its_way":
    case "authorized":
      return noteSettlement(
        container,
        await noteCharge(container, edit, "pending"),
        "processing"
      )
    case "unpaid":
    case "unknown": {
      const end = await cancel()
      return end.kind === "canceled"
        ? giveUp(container, edit, { ...NO_DECLINE, ...state })
        : end.kind === "paid"
          ? book(container, edit)
          : noteSettlement(
              container,
              await noteCharge(container, edit, "unknown"),
              "processing",
              { message: state.message }
            )
    }
  }
}

/** Medusa's webhook may have booked it first, or may do so at this moment. */
async function book(
  container: MedusaContainer,
  taken: OrderEditRecord
): Promise<OrderEditRecord> {
  const edit = await noteCharge(container, taken, "succeeded")
  const { charge, amount } = edit.settlement
  if (!charge) {
    return edit
  }
  let failure: Error | null = null
  try {
    await bookCharge(container, charge.payment_session_id, amount)
    await closeRest(container, edit)
  } catch (error) {
    failure = toError(error)
  }
  const payment_id = await paymentOfSession(
    container,
    charge.payment_session_id
  )
  return payment_id && !failure
    ? noteSettlement(container, edit, "settled", {
        payment_id,
        payment_link: null,
        code: null,
        message: null,
      })
    : noteSettlement(container, edit, "processing", {
        payment_id,
        message:
          `Stripe took the money; Medusa's books follow. ${failure?.message ?? ""}`.trim(),
      })
}

const NO_DECLINE: Decline = {
  code: null,
  message: null,
  decline_code: null,
  advice_code: null,
}

/** The intent is cancelled at Stripe; the link asks the customer instead. */
async function giveUp(
  container: MedusaContainer,
  refused: OrderEditRecord,
  { code, message, decline_code, advice_code }: Decline
): Promise<OrderEditRecord> {
  const edit = await noteCharge(container, refused, "failed")
  const { charge } = edit.settlement
  if (charge && (await hasSession(container, charge.payment_session_id))) {
    await endSession(container, charge.payment_session_id)
  }
  return noteSettlement(container, edit, "failed", {
    code: code ?? "provider_declined",
    message: withLink(message ?? "The card was not charged.", edit.settlement),
    decline_code,
    advice_code,
  })
}
