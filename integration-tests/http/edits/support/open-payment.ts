import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

/**
 * A payment that the customer began and has not finished.
 *
 * @returns the id of its payment intent
 */
export async function openPayment(
  container: MedusaContainer,
  orderId: string,
  amount: number,
  data: Record<string, unknown> = {}
): Promise<string> {
  const payments = container.resolve(Modules.PAYMENT)
  const { id } = await payments.createPaymentCollections({
    currency_code: "eur",
    amount,
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.ORDER]: { order_id: orderId },
    [Modules.PAYMENT]: { payment_collection_id: id },
  })
  const session = await payments.createPaymentSession(id, {
    provider_id: "pp_stripe_stripe",
    currency_code: "eur",
    amount,
    data,
  })
  return String(session.data.id)
}
