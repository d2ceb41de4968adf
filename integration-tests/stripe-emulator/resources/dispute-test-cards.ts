import type Stripe from "stripe"
import type { Emit } from "../events"
import type { AccountState } from "../state"
import { openDispute, type DisputeRequest } from "./disputes"
import { tokenOf } from "./payment-methods"

/** Source: docs.stripe.com/testing#disputes */
const DISPUTING: Record<string, DisputeRequest> = {
  pm_card_createDispute: { reason: "fraudulent" },
  pm_card_createDisputeProductNotReceived: { reason: "product_not_received" },
  pm_card_createDisputeInquiry: { inquiry: true },
}

/**
 * Disputes the charge of a disputing test card as soon as it is captured. The
 * events name the request that took the money: recorded, row 075.
 */
export function disputeTestCard(
  state: AccountState,
  charge: Stripe.Charge,
  emit: Emit
): void {
  const request = DISPUTING[tokenOf(state, charge.payment_method)]
  if (request) {
    openDispute(state, charge, request, emit)
  }
}
