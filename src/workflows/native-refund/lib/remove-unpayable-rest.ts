import type { MedusaContainer } from "@medusajs/framework/types"
import {
  absolute,
  lessThan,
  type MedusaOrder,
  smallestAmount,
} from "../../../domain"
import { NO_ENTRIES, readOrder, writeAsRead } from "../../../ledger"

/**
 * Medusa captures 92.3843 where the provider took 92.38, tries to refund the
 * rest when it cancels the order, is refused, and writes it down all the same.
 * Source: @medusajs/core-flows/dist/payment/workflows/refund-payments.js
 */
export async function removeUnpayableRest(
  container: MedusaContainer,
  orderId: string
): Promise<void> {
  await writeAsRead(
    container,
    () => readOrder(container, orderId),
    (order) => ({
      entries: { ...NO_ENTRIES, removed_transactions: restsOf(order) },
    })
  )
}

function restsOf(order: MedusaOrder): string[] {
  const payments = order.payments.map(({ id }) => id)
  const smallest = smallestAmount(order.currency_code)
  return order.transactions
    .filter(
      ({ reference, reference_id, amount }) =>
        reference === "refund" &&
        payments.includes(String(reference_id)) &&
        lessThan(absolute(amount), smallest)
    )
    .map(({ id }) => id)
}
