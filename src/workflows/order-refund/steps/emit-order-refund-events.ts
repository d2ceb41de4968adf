import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { OrderRefundStatus } from "../../../domain"
import { notifyOfLackingBalance } from "../../common/feed-notifications"
import { emitOrderRefundEvents, refundEvents } from "../../common/refund-events"
import { refundsModule } from "../../common/refunds-module"

export const emitOrderRefundEventsStepId = "emit-order-refund-events"

/** Tells the store what changed, after everything is committed. */
export const emitOrderRefundEventsStep = createStep(
  emitOrderRefundEventsStepId,
  async (
    input: { order_refund_id: string; before: OrderRefundStatus | null },
    { container }
  ) => {
    const refund = await refundsModule(container).orderRefunds.find({
      id: input.order_refund_id,
    })
    const names = refund ? refundEvents(input.before, refund.status) : []
    if (refund) {
      await emitOrderRefundEvents(container, refund, names)
      await notifyOfLackingBalance(container, refund)
    }
    return new StepResponse(names)
  }
)
