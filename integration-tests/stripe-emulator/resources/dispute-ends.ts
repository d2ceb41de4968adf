import type Stripe from "stripe"
import type { Emit } from "../events"
import type { AccountState } from "../state"
import { retrieveCharge } from "./charges"
import { reinstate } from "./dispute-money"
import {
  CHARGEBACK,
  inStatus,
  INQUIRY,
  retrieveDispute,
} from "./dispute-status"

/** The bank decides for the merchant: the money is back, refunds are possible. */
export function winDispute(
  state: AccountState,
  id: string,
  emit: Emit
): Stripe.Dispute {
  const dispute = inStatus(retrieveDispute(state, id), CHARGEBACK)
  dispute.status = "won"
  dispute.is_charge_refundable = true
  reinstate(state, dispute)
  emit("charge.dispute.funds_reinstated", dispute)
  tellEnd(state, dispute, emit)
  return dispute
}

/** The bank decides for the customer: the money stays there. */
export function loseDispute(
  state: AccountState,
  id: string,
  emit: Emit
): Stripe.Dispute {
  const dispute = inStatus(retrieveDispute(state, id), CHARGEBACK)
  dispute.status = "lost"
  tellEnd(state, dispute, emit)
  return dispute
}

/** An inquiry ends without a chargeback. */
export function closeInquiry(
  state: AccountState,
  id: string,
  emit: Emit
): Stripe.Dispute {
  const dispute = inStatus(retrieveDispute(state, id), INQUIRY)
  dispute.status = "warning_closed"
  tellEnd(state, dispute, emit)
  return dispute
}

/** Recorded: the charge is told of, too. */
function tellEnd(
  state: AccountState,
  dispute: Stripe.Dispute,
  emit: Emit
): void {
  emit("charge.dispute.closed", dispute)
  emit("charge.updated", retrieveCharge(state, String(dispute.charge)))
}
