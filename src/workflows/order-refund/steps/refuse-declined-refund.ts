import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { readOrder } from "../../../ledger"
import { declinedError } from "../lib/declined-error"
import { hasMovedGoods, wantsGoodsMoved } from "../lib/move-goods"
import { refundsModule } from "../lib/refunds-module"
import type { ReservedOrderRefund } from "../types"

/**
 * Ends the workflow when every gateway refused: no money moved, so the
 * reservation is given back (by the compensation of the step that made it) and
 * the merchant reads the gateway's own words.
 *
 * Where goods moved it goes on: the grant stays as failed, and the order owes it.
 *
 * @throws stripe_declined
 */
export const refuseDeclinedRefundStep = createStep(
  "refuse-declined-refund",
  async (input: ReservedOrderRefund, { container }) => {
    const refund = await refundsModule(container).findOrderRefund({
      id: input.order_refund_id,
    })
    const transactions = refund?.transactions ?? []
    const declined = transactions.filter(({ status }) => status === "failed")
    // A refund that a bank rejected later is no refusal: its grant stays.
    const later = input.replayed && !refund?.released_at
    if (later || !declined.length || declined.length < transactions.length) {
      return new StepResponse(undefined)
    }
    const order =
      refund && wantsGoodsMoved(refund)
        ? await readOrder(container, refund.order_id)
        : null
    if (order && hasMovedGoods(order, input.order_refund_id)) {
      return new StepResponse(undefined)
    }
    throw declinedError(input.order_refund_id, declined)
  }
)
