import type { MedusaContainer } from "@medusajs/framework/types"
import { smallestAmount, lessThan, absolute } from "../../../domain"
import { readOrder, removeOrderTransactions } from "../../../ledger"

/**
 * Medusa captures 92.3843 where the provider took 92.38, tries to refund the
 * rest when it cancels the order, is refused, and writes it down all the same.
 * Source: @medusajs/core-flows/dist/payment/workflows/refund-payments.js
 */
export async function removeUnpayableRest(
  container: MedusaContainer,
  orderId: string
): Promise<void> {
  const order = await readOrder(container, orderId)
  if (!order) {
    return
  }
  const payments = order.payments.map(({ id }) => id)
  const smallest = smallestAmount(order.currency_code)
  const rests = order.transactions.filter(
    ({ reference, reference_id, amount }) =>
      reference === "refund" &&
      payments.includes(String(reference_id)) &&
      lessThan(absolute(amount), smallest)
  )
  await removeOrderTransactions(
    container,
    order,
    rests.map(({ id }) => id)
  )
}
