import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { type Decimal, type MedusaOrder } from "../../domain"
import { removeIdleCollections, withAmount } from "./idle-collections"
import {
  followWithPayments,
  setAmount,
  waitingCollection,
} from "../edit/collection"

/**
 * Brings the payment collection that waits for the customer to what they owe,
 * and payments that they have begun.
 *
 * Not Medusa's workflow: where another payment is authorised, that one cancels
 * the authorisation.
 *
 * @param due from `dueAmount`, without what failed refunds still owe
 */
export async function updateUnpaidCollection(
  container: MedusaContainer,
  order: MedusaOrder,
  due: Decimal
): Promise<void> {
  const waiting = waitingCollection(order)
  if (!waiting) {
    return
  }
  await setAmount(container, waiting, due)
  // Also where the amount is right: a payment may not have followed before.
  try {
    await followWithPayments(container, waiting, due)
    await removeIdleCollections(container, withAmount(order, waiting, due))
  } catch (error) {
    // A provider that does not answer must not keep the books waiting. Paid too
    // much, the rest is shown as owed.
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `The payment that the customer has begun for ${order.id} may ask for more than the ${due} that is due: ${
          error instanceof Error ? error.message : String(error)
        }`
      )
  }
}
