import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refundError } from "../lib/refund-error"
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
    throw refundError({
      code: "stripe_declined",
      message: declined
        .map(
          ({ amount, currency_code, payment_id, failure_reason }) =>
            `${amount} ${currency_code.toUpperCase()} of ${payment_id} was refused: ${failure_reason}`
        )
        .join(" "),
      details: {
        order_refund_id: input.order_refund_id,
        declined: declined.map(
          ({ payment_id, amount, failure_code, failure_reason }) => ({
            payment_id,
            amount,
            failure_code,
            failure_reason,
          })
        ),
      },
    })
  }
)
