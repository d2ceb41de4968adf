import type { MedusaContainer } from "@medusajs/framework/types"
import { REFUNDS_MODULE } from "../../modules/refunds"
import { isStripeProvider } from "../../modules/refunds/options"
import type { RefundsModuleService } from "../../modules/refunds/service"
import { hasPaymentProvider } from "../../ledger"
import { stripeClient } from "../../stripe"

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

/** Who moves the money of a payment provider's payments. */
export type Gateway =
  | "stripe"
  /** Medusa's own provider. */
  | "provider"
  /** Nobody: the store does not have the provider any more. */
  | "missing"

export const gatewayOf =
  (container: MedusaContainer) =>
  (providerId: string): Gateway =>
    stripeFor(container, providerId)
      ? "stripe"
      : hasPaymentProvider(container, providerId)
        ? "provider"
        : "missing"
