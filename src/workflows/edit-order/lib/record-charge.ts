import type { MedusaContainer } from "@medusajs/framework/types"
import {
  bookCharge,
  endSession,
  hasSession,
  paymentOfSession,
} from "../../../ledger"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"
import { toError } from "../../common/to-error"
import type { ChargeOutcome } from "./charge-outcome"
import { closeRest } from "./close-rest"
import { noteCharge } from "./note-charge"
import { noteSettlement } from "./note-settlement"
import { withLink } from "./payment-link"

/** Writes down what became of a charge, and books what was taken. */
export async function recordCharge(
  container: MedusaContainer,
  edit: OrderEditRecord,
  outcome: ChargeOutcome
): Promise<OrderEditRecord> {
  if (outcome.kind === "declined") {
    return giveUp(
      container,
      await noteCharge(container, edit, "failed"),
      outcome
    )
  }
  if (outcome.kind === "unknown") {
    return noteSettlement(
      container,
      await noteCharge(container, edit, "unknown"),
      "processing",
      { message: outcome.message }
    )
  }
  const noted = await noteCharge(container, edit, outcome.status)
  return outcome.status === "succeeded"
    ? book(container, noted)
    : noteSettlement(container, noted, "processing")
}

/** Medusa's webhook may have booked it first, or may do so at this moment. */
async function book(
  container: MedusaContainer,
  edit: OrderEditRecord
): Promise<OrderEditRecord> {
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

/** The intent is cancelled at Stripe; the link asks the customer instead. */
async function giveUp(
  container: MedusaContainer,
  edit: OrderEditRecord,
  {
    code,
    message,
    decline_code = null,
    advice_code = null,
  }: Extract<ChargeOutcome, { kind: "declined" }>
): Promise<OrderEditRecord> {
  const { charge } = edit.settlement
  if (charge && (await hasSession(container, charge.payment_session_id))) {
    await endSession(container, charge.payment_session_id)
  }
  return noteSettlement(container, edit, "failed", {
    code,
    message: withLink(message, edit.settlement),
    decline_code,
    advice_code,
  })
}
