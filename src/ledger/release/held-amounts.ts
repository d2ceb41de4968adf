import type { MedusaContainer } from "@medusajs/framework/types"
import type { Decimal } from "../../domain"
import { captureModule } from "../undocumented/undocumented-captures"

/**
 * Gives Medusa's payments and collections the amounts that are to be captured,
 * or gives them their old ones back.
 *
 * It comes before the capture: Medusa's webhook then takes the lower amount for
 * the whole one, and cannot add a second capture row beside ours, since Medusa
 * locks the payment and adds no more than its amount.
 */
export async function writeHeldAmounts(
  container: MedusaContainer,
  amounts: {
    payments: { id: string; amount: Decimal }[]
    collections: { id: string; amount: Decimal }[]
  }
): Promise<void> {
  const payments = captureModule(container)
  for (const payment of amounts.payments) {
    await payments.updatePayment(payment)
  }
  for (const { id, amount } of amounts.collections) {
    await payments.updatePaymentCollections(id, { amount })
  }
}
