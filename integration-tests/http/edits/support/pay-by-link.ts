import {
  createPaymentSessionsWorkflow,
  processPaymentWorkflow,
} from "@medusajs/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { TestStripe } from "../../../support/test-stripe"

/** As the storefront's page does, which a payment link opens. */
export async function payByLink(
  container: MedusaContainer,
  stripe: TestStripe,
  payment_collection_id: string
): Promise<void> {
  const { result } = await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id, provider_id: "pp_stripe_stripe" },
  })
  await stripe.client.paymentIntents.confirm(String(result.data.id), {
    payment_method: "pm_card_visa",
  })
  await bookAsWebhook(container, result.id, Number(result.amount))
}

/** What Medusa does when Stripe tells that a payment succeeded. */
export async function bookAsWebhook(
  container: MedusaContainer,
  session_id: string,
  amount: number
): Promise<void> {
  await processPaymentWorkflow(container).run({
    input: { action: "captured", data: { session_id, amount } },
  })
}
