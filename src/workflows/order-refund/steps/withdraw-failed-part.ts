import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { amountOf, grantWithout } from "../../../domain"
import { failedParts, notFailed } from "../rules/failed-parts"
import { actorOf, getOrderRefund } from "../../common/get-order-refund"
import { refundsModule } from "../../common/refunds-module"
import type { WithdrawOrderRefundInput } from "../types"

export const withdrawFailedPartStepId = "withdraw-failed-part"

/**
 * Takes back what failed: the customer is not owed it any more, and its lines
 * can be refunded again.
 *
 * @throws order_refund_not_found, refund_not_retryable
 */
export const withdrawFailedPartStep = createStep(
  withdrawFailedPartStepId,
  async (input: WithdrawOrderRefundInput, { container }) => {
    const refund = await getOrderRefund(container, input.order_refund_id)
    const amount = amountOf(failedParts(refund))
    const done = await refundsModule(container).failedRefunds.withdraw(
      refund.id,
      {
        grant: grantWithout(refund, amount),
        audit: {
          actor: actorOf(input.user_id),
          action: "withdrawn",
          details: { amount, note: input.note ?? null },
        },
      }
    )
    if (!done) {
      throw notFailed(refund)
    }
    return new StepResponse({ before: refund.status })
  }
)
