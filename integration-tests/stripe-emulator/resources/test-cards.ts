import type { Emit } from "../events"
import type { AccountState } from "../state"
import { retrieveRefund } from "./refund-object"
import { giveUp } from "./give-up-refund"

/** A refund to it succeeds, and fails a little later. */
export const REFUND_FAILS = "pm_card_refundFail"

/** A refund to it is pending until the control settles it. */
export const REFUND_PENDING = "pm_card_pendingRefund"

export function failRefundOfTestCard(
  state: AccountState,
  id: string,
  emit: Emit
): void {
  const refund = retrieveRefund(state, id)
  if (refund.status === "succeeded") {
    giveUp(state, refund, "failed", "expired_or_canceled_card", emit)
  }
}
