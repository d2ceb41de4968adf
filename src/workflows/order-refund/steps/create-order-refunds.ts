import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refundOrders } from "../refund-orders"
import type { CreateOrderRefundInput, RefundedOrder } from "../types"

export const createOrderRefundsStepId = "create-order-refunds"

/**
 * Refunds many orders, each by `createOrderRefundWorkflow`.
 *
 * No compensation: each refund is its own, and money that moved stays moved.
 */
export const createOrderRefundsStep = createStep(
  createOrderRefundsStepId,
  async (input: { refunds: CreateOrderRefundInput[] }, { container }) => {
    const done: RefundedOrder[] = []
    for await (const refund of refundOrders(container, input.refunds)) {
      done.push(refund)
    }
    return new StepResponse(done)
  }
)
