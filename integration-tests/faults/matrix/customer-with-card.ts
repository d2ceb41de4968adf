import type Stripe from "stripe"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

export type Customer = { id: string; card: string }

/** A customer with an account at Stripe, and a card that they saved there. */
export async function customerWithCard(
  container: MedusaContainer,
  client: Stripe,
  number: number
): Promise<Customer> {
  const { id, email } = await container
    .resolve(Modules.CUSTOMER)
    .createCustomers({
      email: `customer-${number}@example.com`,
      has_account: true,
    })
  const holder = await container.resolve(Modules.PAYMENT).createAccountHolder({
    provider_id: "pp_stripe_stripe",
    context: { customer: { id, email } },
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.CUSTOMER]: { customer_id: id },
    [Modules.PAYMENT]: { account_holder_id: holder.id },
  })
  const saved = await client.paymentMethods.attach("pm_card_visa", {
    customer: holder.external_id,
  })
  return { id, card: saved.id }
}
