import { MathBN } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaOrder } from "./medusa-order"
import { waitingCollection } from "./order-edit-collection"
import { paymentModule } from "./undocumented"

/**
 * Brings the payment collection that waits for the customer to what they owe.
 *
 * Not Medusa's workflow: where another payment is authorised, that one cancels
 * the authorisation.
 */
export async function updateUnpaidCollection(
  container: MedusaContainer,
  order: MedusaOrder
): Promise<void> {
  const waiting = waitingCollection(order)
  const due = MathBN.max(0, order.pending_difference).toFixed()
  if (waiting && !MathBN.eq(waiting.amount, due)) {
    await paymentModule(container).updatePaymentCollections(waiting.id, {
      amount: due,
    })
  }
}
