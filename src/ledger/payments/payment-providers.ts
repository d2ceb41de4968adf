import type { MedusaContainer } from "@medusajs/framework/types"
import { paymentModule } from "../undocumented/undocumented"

/**
 * Whether the store has a payment provider. Medusa's table of providers cannot
 * say: a provider that was taken out of `medusa-config.ts` stays enabled there.
 * Source: @medusajs/payment/dist/loaders/providers.js, `registerProvidersInDb`
 */
export function hasPaymentProvider(
  container: MedusaContainer,
  providerId: string
): boolean {
  try {
    return Boolean(
      paymentModule(container).paymentProviderService_.retrieveProvider(
        providerId
      )
    )
  } catch {
    // Medusa has logged why.
    return false
  }
}
