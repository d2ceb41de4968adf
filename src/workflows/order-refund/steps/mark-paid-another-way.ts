import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { failedParts, notFailed } from "../rules/failed-parts"
import { actorOf, getOrderRefund } from "../../common/get-order-refund"
import { paidAnotherWay } from "../../order-books/paid-another-way"
import { refundsModule } from "../../common/refunds-module"
import type { SettleOrderRefundInput } from "../types"

export const markPaidAnotherWayStepId = "mark-paid-another-way"

/**
 * Records that the failed part was paid outside of every payment provider.
 *
 * @throws order_refund_not_found, refund_not_retryable
 */
export const markPaidAnotherWayStep = createStep(
  markPaidAnotherWayStepId,
  async (input: SettleOrderRefundInput, { container }) => {
    const refund = await getOrderRefund(container, input.order_refund_id)
    const failed = failedParts(refund)
    const done = await refundsModule(container).failedRefunds.settle(
      refund.id,
      {
        replacements: failed.map((transaction) => ({
          replaces: transaction.id,
          transaction: paidAnotherWay(transaction),
        })),
        method: "other",
        reference: input.reference,
        now: new Date(),
        audit: {
          actor: actorOf(input.user_id),
          action: "settled_another_way",
          details: { reference: input.reference, note: input.note ?? null },
        },
      }
    )
    if (!done) {
      throw notFailed(refund)
    }
    return new StepResponse({ before: refund.status })
  }
)
