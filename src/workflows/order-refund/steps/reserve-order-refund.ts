import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refundsModule } from "../../common/refunds-module"
import { whileOrderChanges } from "../../common/while-order-changes"
import { assertPlanSeen } from "../assert-plan-seen"
import { findReplay } from "../find-replay"
import { wantsGoodsMoved } from "../move-goods"
import { prepareRefund } from "../prepare-refund"
import { revokeRefund } from "../revoke-refund"
import type { CreateOrderRefundInput, PlannedOrderRefund } from "../types"

/** Each try reads everything again; more than a few means something is wrong. */
const TRIES = 5

export const reserveOrderRefundStepId = "reserve-order-refund"

/**
 * Reserves the money of a planned refund, in one committed transaction. From then
 * on every reader counts the reservation. Where the order's refunds changed since
 * it was planned, or nobody planned it, the plan is made here.
 *
 * Compensation gives the reservation back, unless money moved or may have, or
 * goods did.
 *
 * @throws the codes of `planOrderRefundStep`, `plan_changed`,
 *   `idempotency_key_reused`
 */
export const reserveOrderRefundStep = createStep(
  reserveOrderRefundStepId,
  async (
    input: CreateOrderRefundInput & { planned?: PlannedOrderRefund },
    { container }
  ) => {
    let { planned } = input
    const request = planned?.request ?? input.request
    const reserved = await whileOrderChanges(
      input.order_id,
      TRIES,
      async () => {
        const replay = await findReplay(container, input)
        if (replay) {
          return replay
        }
        planned ??= await prepareRefund(container, input, request)
        const { plan, version, reservation } = planned
        planned = undefined
        assertPlanSeen(input, plan)
        return (await refundsModule(container).grants.reserve(
          version,
          reservation
        ))
          ? {
              order_refund_id: reservation.order_refund.id,
              order_id: plan.order_id,
              replayed: false,
              moves_goods: wantsGoodsMoved(reservation),
            }
          : null
      }
    )
    // What another run made is not ours to give back.
    return new StepResponse(reserved, reserved.replayed ? null : reserved)
  },
  async (reserved, { container }) => {
    if (reserved) {
      await revokeRefund(container, reserved.order_refund_id, {
        actor: "workflow",
        action: "released",
      })
    }
  }
)
