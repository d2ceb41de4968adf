import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { OrderRefundStatus } from "../../../domain"
import { notifyOfLackingBalance } from "../../stripe-sync/lib/feed-notifications"
import { emitOrderRefundEvents, refundEvents } from "../refund-events"
import { refundsModule } from "../../common/refunds-module"

/** Tells the store what changed, after everything is committed. */
export const emitOrderRefundEventsStep = createStep(
  "emit-order-refund-events",
  async (
    input: { order_refund_id: string; before: OrderRefundStatus | null },
    { container }
  ) => {
    const refund = await refundsModule(container).findOrderRefund({
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
