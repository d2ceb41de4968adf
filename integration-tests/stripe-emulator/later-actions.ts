import type { Emit } from "./events"
import type { LaterActions } from "./later"
import { addChargeBalance } from "./resources/charges"
import { judgeDispute } from "./resources/dispute-judgement"
import { giveReference } from "./resources/refund-reference"
import { failRefundOfTestCard } from "./resources/test-cards"
import type { AccountState } from "./state"

/** What follows from requests without another one. */
export const laterActions = (
  state: AccountState,
  emit: Emit
): LaterActions => ({
  reference: (id) => giveReference(state, id, emit),
  balanceTransaction: (id) => addChargeBalance(state, id, emit),
  refundFailure: (id) => failRefundOfTestCard(state, id, emit),
  judgement: (id) => judgeDispute(state, id, emit),
})
