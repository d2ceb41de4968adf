import type Stripe from "stripe"
import type { Emit } from "../events"
import type { AccountState } from "../state"
import { moveMoney } from "./dispute-money"
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
  moveMoney(state, dispute, dispute.amount)
  emit("charge.dispute.funds_reinstated", dispute)
  emit("charge.dispute.closed", dispute)
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
  emit("charge.dispute.closed", dispute)
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
  emit("charge.dispute.closed", dispute)
  return dispute
}
