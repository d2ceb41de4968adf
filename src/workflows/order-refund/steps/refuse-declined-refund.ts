import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { declinedError } from "../lib/declined-error"
import { refundsModule } from "../lib/refunds-module"
import type { ReservedOrderRefund } from "../types"

/**
 * Ends the workflow when every gateway refused: no money moved, so the
 * reservation is given back (by the compensation of the step that made it) and
 * the merchant reads the gateway's own words.
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
    throw declinedError(input.order_refund_id, declined)
  }
)
