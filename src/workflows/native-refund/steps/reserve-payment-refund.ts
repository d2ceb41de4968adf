import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refundsModule } from "../../common/refunds-module"
import { whileOrderChanges } from "../../common/while-order-changes"
import type { PlannedOrderRefund } from "../../order-refund"
import { preparePaymentRefund } from "../lib/prepare-payment-refund"
import type { RefundPaymentsInput } from "../types"

/** The order's lock is held; only another process that lost it can interfere. */
const TRIES = 3

export const reservePaymentRefundStepId = "reserve-payment-refund"

/**
 * Reserves amounts of payments without saying what they are for, with the same
 * checks as a refund of lines. Where the order's refunds changed since it was
 * planned, it is planned here once more. Compensation gives the reservation back,
 * unless money moved or may have.
 *
 * @throws the planner's codes, refund_in_progress
 */
export const reservePaymentRefundStep = createStep(
  reservePaymentRefundStepId,
  async (
    input: RefundPaymentsInput & { planned?: PlannedOrderRefund },
    { container }
  ) => {
    let { planned } = input
    const reserved = await whileOrderChanges(
      input.order_id,
      TRIES,
      async () => {
        const { version, reservation } =
          planned ?? (await preparePaymentRefund(container, input))
        planned = undefined
        const { id, order_id } = reservation.order_refund
        return (await refundsModule(container).grants.reserve(
          version,
          reservation
        ))
          ? { order_refund_id: id, order_id, replayed: false }
          : null
      }
    )
    return new StepResponse(reserved, reserved)
  },
  async (reserved, { container }) => {
    if (reserved) {
      await refundsModule(container).grants.revoke(reserved.order_refund_id, {
        actor: "workflow",
        action: "released",
      })
    }
  }
)
