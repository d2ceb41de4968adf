import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { StockedProduct } from "../../../support/stocked-store"
import type { TestStripe } from "../../../support/test-stripe"

/** A region whose taxes Medusa computes: 20 % on top of the price. */
export async function openRegion(
  container: MedusaContainer,
  currency_code = "eur"
): Promise<string> {
  const region = await container.resolve(Modules.REGION).createRegions({
    name: "Europe",
    currency_code,
    countries: ["de"],
    automatic_taxes: true,
  })
  await container.resolve(Modules.TAX).createTaxRegions({
    country_code: "de",
    provider_id: "tp_system",
    default_tax_rate: { name: "VAT", code: "vat", rate: 20 },
  })
  return region.id
}

/** Gives a product a price in EUR. */
export async function setPrice(
  container: MedusaContainer,
  { variant_id }: StockedProduct,
  amount: number
): Promise<void> {
  const set = await container
    .resolve(Modules.PRICING)
    .createPriceSets({ prices: [{ amount, currency_code: "eur" }] })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.PRODUCT]: { variant_id },
    [Modules.PRICING]: { price_set_id: set.id },
  })
}

/** A customer with an account at Stripe, and a card that they saved there. */
export async function customerWithCard(
  container: MedusaContainer,
  stripe: TestStripe,
  card: string | null,
  email = "customer@example.com"
): Promise<{ id: string; card: string | null }> {
  const customer = await container
    .resolve(Modules.CUSTOMER)
    .createCustomers({ email, has_account: true })
  const holder = await container.resolve(Modules.PAYMENT).createAccountHolder({
    provider_id: "pp_stripe_stripe",
    context: { customer: { id: customer.id, email: customer.email } },
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.CUSTOMER]: { customer_id: customer.id },
    [Modules.PAYMENT]: { account_holder_id: holder.id },
  })
  const saved = card
    ? await stripe.client.paymentMethods.attach(card, {
        customer: holder.external_id,
      })
    : null
  return { id: customer.id, card: saved?.id ?? null }
}
