import type { MedusaContainer } from "@medusajs/framework/types"
import { REFUNDS_MODULE } from "../../modules/refunds"
import { isStripeProvider } from "../../modules/refunds/options"
import type { RefundsModuleService } from "../../modules/refunds/service"
import { hasPaymentProvider } from "../../ledger"
import type { MedusaOrderPayment, PaymentGateway } from "../../domain"
import { paymentMethodType, stripeClient } from "../../stripe"

/** The plugin's own module. */
export const refundsModule = (
  container: MedusaContainer
): RefundsModuleService => container.resolve(REFUNDS_MODULE)

/**
 * The Stripe client for a payment provider, or null where the payment is not at
 * Stripe or the store gave the plugin no key: then Medusa's provider refunds.
 */
export function stripeFor(container: MedusaContainer, providerId: string) {
  const { stripe } = refundsModule(container).options
  return stripe && isStripeProvider(stripe, providerId)
    ? stripeClient(stripe)
    : null
}

/** Who moves the money of a payment, and how the customer paid. */
export const gatewayOf =
  (container: MedusaContainer) =>
  ({
    provider_id,
    data,
  }: Pick<MedusaOrderPayment, "provider_id" | "data">): PaymentGateway => {
    if (stripeFor(container, provider_id)) {
      return { gateway: "stripe", method_type: paymentMethodType(data) }
    }
    const gateway = hasPaymentProvider(container, provider_id)
      ? "provider"
      : "missing"
    return { gateway, method_type: null }
  }
