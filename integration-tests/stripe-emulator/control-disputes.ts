import type Stripe from "stripe"
import type { Emit } from "./events"
import { closeInquiry, loseDispute, winDispute } from "./resources/dispute-ends"
import {
  escalateInquiry,
  openDispute,
  type DisputeRequest,
} from "./resources/disputes"
import { chargeOf, type ChargeReference } from "./resources/refund-target"
import type { AccountState } from "./state"

type Parts = {
  state: AccountState
  emit: Emit
  changed: <Result>(result: Result) => Result
}

/** What customers and their banks do about disputes. */
export const disputeControls = ({ state, emit, changed }: Parts) => ({
  openDispute({
    payment_intent,
    charge,
    ...request
  }: ChargeReference & DisputeRequest): Stripe.Dispute {
    const disputed = chargeOf(state, { payment_intent, charge })
    return changed(openDispute(state, disputed, request, emit))
  },
  winDispute: (id: string) => changed(winDispute(state, id, emit)),
  loseDispute: (id: string) => changed(loseDispute(state, id, emit)),
  escalateInquiry: (id: string) => changed(escalateInquiry(state, id, emit)),
  closeInquiry: (id: string) => changed(closeInquiry(state, id, emit)),
})
