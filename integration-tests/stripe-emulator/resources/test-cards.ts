import type { Emit } from "../events"
import type { AccountState } from "../state"
import { openDispute, type DisputeRequest } from "./disputes"
import { giveUp } from "./refunds"

/** Source: docs.stripe.com/testing#disputes */
const DISPUTING = new Map<string | null, DisputeRequest>([
  ["pm_card_createDispute", { reason: "fraudulent" }],
  [
    "pm_card_createDisputeProductNotReceived",
    { reason: "product_not_received" },
  ],
  ["pm_card_createDisputeInquiry", { inquiry: true }],
])
const REFUND_FAILS = "pm_card_refundFail"
const REFUND_FAILS_AFTER = 24 * 60 * 60

/** Disputes each captured charge of a disputing test card, once. */
export function disputeTestCards(state: AccountState, emit: Emit): void {
  const { charges, disputes } = state.data
  const disputed = new Set(Object.values(disputes).map(({ charge }) => charge))
  for (const charge of Object.values(charges)) {
    const request = DISPUTING.get(charge.payment_method)
    if (request && charge.captured && !disputed.has(charge.id)) {
      openDispute(state, charge, request, emit)
    }
  }
}

/** Fails refunds to the failing test card that are at least a day old. */
export function failTestCardRefunds(state: AccountState, emit: Emit): void {
  const { charges, refunds } = state.data
  const due = Object.values(refunds).filter(
    ({ status, charge, created }) =>
      status === "succeeded" &&
      charges[String(charge)]?.payment_method === REFUND_FAILS &&
      state.now() - created >= REFUND_FAILS_AFTER
  )
  for (const refund of due) {
    giveUp(state, refund, "failed", "expired_or_canceled_card", emit)
  }
}
