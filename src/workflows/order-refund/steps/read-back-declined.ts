import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { applyStripePayment } from "../../stripe-sync/lib/apply-stripe-payment"
import type { StripeSyncResult } from "../../stripe-sync/types"
import type { OrderLock } from "../lib/order-lock"
import { refundsModule } from "../lib/refunds-module"
import { refusedWhole } from "../lib/refused-whole"
import { releaseRefund } from "../lib/release-refund"
import { toError } from "../lib/to-error"
import type { ReservedOrderRefund } from "../types"

type Input = { lock: OrderLock; reserved: ReservedOrderRefund }

/**
 * Reads back the payments that Stripe has just refused to refund. It may have
 * given their money back already, or frozen it: the next look at the order says
 * what Stripe says, also when no event tells. What cannot be read is left to the
 * reconciliation.
 *
 * The reservation is given back before: its lines are free for what is found.
 */
export const readBackDeclinedStep = createStep(
  "read-back-declined",
  async ({ lock, reserved }: Input, { container }) => {
    const declined = await declinedPayments(container, reserved)
    if (declined.length && (await refusedWhole(container, reserved))) {
      await releaseRefund(container, reserved.order_refund_id, {
        actor: "workflow",
        action: "released",
      })
    }
    const results: StripeSyncResult[] = []
    for (const payment_id of declined) {
      results.push(await readBack(container, lock, payment_id))
    }
    return new StepResponse({
      refunds: results.flatMap(({ refunds }) => refunds),
      disputes: results.flatMap(({ disputes }) => disputes),
      drift: results.flatMap(({ drift }) => drift),
      unclear: results.flatMap(({ unclear }) => unclear),
    })
  }
)

/** Refused just now, not by a bank days after: nobody ever took those. */
async function declinedPayments(
  container: MedusaContainer,
  { order_refund_id, replayed }: ReservedOrderRefund
): Promise<string[]> {
  const refund = replayed
    ? null
    : await refundsModule(container).findOrderRefund({ id: order_refund_id })
  const declined = refund?.transactions.filter(
    ({ status, accepted_at, superseded_at }) =>
      status === "failed" && !accepted_at && !superseded_at
  )
  return [...new Set(declined?.map(({ payment_id }) => payment_id))]
}

async function readBack(
  container: MedusaContainer,
  lock: OrderLock,
  payment_id: string
): Promise<StripeSyncResult> {
  try {
    return await applyStripePayment(container, lock, {
      order_id: lock.order_id,
      payment_id,
      actor: "workflow",
    })
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `${payment_id} could not be read back after a refusal: ${toError(error).message}`
      )
    return { refunds: [], disputes: [], drift: [], unclear: [] }
  }
}
