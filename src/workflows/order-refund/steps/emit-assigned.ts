import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  emitOrderRefundEvents,
  OrderRefundEvents,
} from "../../common/refund-events"

export const emitAssignedStepId = "emit-assigned"

/** Emits `order_refund.assigned`. */
export const emitAssignedStep = createStep(
  emitAssignedStepId,
  async (
    input: { order_refund_id: string; order_id: string },
    { container }
  ) => {
    const refund = { id: input.order_refund_id, order_id: input.order_id }
    await emitOrderRefundEvents(container, refund, [OrderRefundEvents.ASSIGNED])
    return new StepResponse(undefined)
  }
)
