import type Stripe from "stripe"
import { invalidRequest, missing } from "../errors"
import type { AccountState } from "../state"

export const INQUIRY = ["warning_needs_response", "warning_under_review"]
export const CHARGEBACK = ["needs_response", "under_review"]

export const isInquiry = ({ status }: Stripe.Dispute): boolean =>
  INQUIRY.includes(status)

export const isOpen = ({ status }: Stripe.Dispute): boolean =>
  [...INQUIRY, ...CHARGEBACK].includes(status)

export function retrieveDispute(
  state: AccountState,
  id: string
): Stripe.Dispute {
  const dispute = state.data.disputes[id]
  if (!dispute) {
    throw missing("dispute", id, "dispute")
  }
  return dispute
}

/** Refuses what does not fit the status, in Stripe's words where it is over. */
export function inStatus(
  dispute: Stripe.Dispute,
  expected: string[] = [...INQUIRY, ...CHARGEBACK]
): Stripe.Dispute {
  const { id, status } = dispute
  if (!isOpen(dispute)) {
    throw invalidRequest("This dispute is already closed")
  }
  if (!expected.includes(status)) {
    throw invalidRequest(`${id} is ${status}, not ${expected.join(" or ")}`)
  }
  return dispute
}
