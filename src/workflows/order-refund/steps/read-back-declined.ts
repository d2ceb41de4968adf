import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderLock } from "../../common/order-lock"
import { readBackRefused } from "../read-back-refused"
import { refundsModule } from "../../common/refunds-module"
import { refusedWhole } from "../refused-whole"
import { revokeRefund } from "../revoke-refund"
import type { ReservedOrderRefund } from "../types"

type Input = { lock: OrderLock; reserved: ReservedOrderRefund }

export const readBackDeclinedStepId = "read-back-declined"

/**
 * Reads back the payments that Stripe has just refused to refund. The reservation
 * is given back before: its lines are free for what is found.
 */
export const readBackDeclinedStep = createStep(
  readBackDeclinedStepId,
  async ({ lock, reserved }: Input, { container }) => {
    const declined = await declinedPayments(container, reserved)
    if (declined.length && (await refusedWhole(container, reserved))) {
      await revokeRefund(container, reserved.order_refund_id, {
        actor: "workflow",
        action: "released",
      })
    }
    return new StepResponse(await readBackRefused(container, lock, declined))
  }
)

/** Refused just now, not by a bank days after: nobody ever took those. */
async function declinedPayments(
  container: MedusaContainer,
  { order_refund_id, replayed, declined: wasDeclined }: ReservedOrderRefund
): Promise<string[]> {
  const refund =
    replayed || wasDeclined === false
      ? null
      : await refundsModule(container).orderRefunds.find({
          id: order_refund_id,
        })
  const declined = refund?.transactions.filter(
    ({ status, accepted_at, superseded_at }) =>
      status === "failed" && !accepted_at && !superseded_at
  )
  return [...new Set(declined?.map(({ payment_id }) => payment_id))]
}
