import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { RedirectedStripeProvider } from "../../../stripe-provider/redirected-stripe-provider"

/** What a store configures Medusa's Stripe provider by. */
type Configured = RedirectedStripeProvider & {
  options_: { automaticPaymentMethods?: boolean }
}

const isConfigured = (provider: unknown): provider is Configured =>
  provider instanceof RedirectedStripeProvider && "options_" in provider

/** Medusa's Stripe provider of the store, as it runs. */
export function stripeProvider(container: MedusaContainer): Configured {
  const providers: unknown = Reflect.get(
    container.resolve(Modules.PAYMENT),
    "paymentProviderService_"
  )
  const provider: unknown = (
    providers as { retrieveProvider(id: string): unknown }
  ).retrieveProvider("pp_stripe_stripe")
  if (!isConfigured(provider)) {
    throw new Error("Medusa keeps its payment providers elsewhere by now.")
  }
  return provider
}
