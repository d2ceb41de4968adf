import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { OrderRefundStatus } from "../../../domain"
import { refundEvents } from "../lib/refund-events"
import { refundsModule } from "../lib/refunds-module"
import { toError } from "../lib/to-error"

/**
 * Tells the store what changed, after everything is committed. A failing event
 * bus is logged; it cannot undo a refund.
 */
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
    try {
      await container.resolve(Modules.EVENT_BUS).emit(
        names.map((name) => ({
          name,
          data: { id: input.order_refund_id, order_id: refund?.order_id },
        })),
        {}
      )
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          `Events of order refund ${input.order_refund_id} could not be emitted: ${names.join(", ")}`,
          toError(error)
        )
    }
    return new StepResponse(names)
  }
)
