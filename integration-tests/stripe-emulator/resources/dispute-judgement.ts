import type Stripe from "stripe"
import type { Emit } from "../events"
import type { AccountState } from "../state"
import { closeInquiry, loseDispute, winDispute } from "./dispute-ends"
import { isInquiry, isOpen, retrieveDispute } from "./dispute-status"
import { escalateInquiry } from "./disputes"

type End = (state: AccountState, id: string, emit: Emit) => Stripe.Dispute

/** What a test text in `uncategorized_text` leads to, some seconds later. */
const ENDS = new Map<string | null, { inquiry: End; chargeback?: End }>([
  ["winning_evidence", { inquiry: closeInquiry, chargeback: winDispute }],
  ["losing_evidence", { inquiry: closeInquiry, chargeback: loseDispute }],
  ["escalate_inquiry_evidence", { inquiry: escalateInquiry }],
])

/** Ends a dispute as its evidence says, unless it ended meanwhile. */
export function judgeDispute(
  state: AccountState,
  id: string,
  emit: Emit
): void {
  const dispute = retrieveDispute(state, id)
  const ends = ENDS.get(dispute.evidence.uncategorized_text)
  const end = ends?.[isInquiry(dispute) ? "inquiry" : "chargeback"]
  if (isOpen(dispute)) {
    end?.(state, id, emit)
  }
}
