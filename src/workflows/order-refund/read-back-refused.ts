import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type StripeSyncResult, applyStripePayment } from "../stripe-sync"
import type { OrderLock } from "../common/order-lock"
import { toError } from "../common/to-error"

/**
 * Reads back payments that Stripe has just refused to refund. It may have given
 * their money back already, or frozen it: the next look at the order says what
 * Stripe says, also when no event tells. What cannot be read is left to the
 * reconciliation.
 */
export async function readBackRefused(
  container: MedusaContainer,
  lock: OrderLock,
  paymentIds: string[]
): Promise<StripeSyncResult> {
  const results: StripeSyncResult[] = []
  for (const payment_id of paymentIds) {
    results.push(await readBack(container, lock, payment_id))
  }
  return {
    refunds: results.flatMap(({ refunds }) => refunds),
    disputes: results.flatMap(({ disputes }) => disputes),
    drift: results.flatMap(({ drift }) => drift),
    unclear: results.flatMap(({ unclear }) => unclear),
  }
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
