import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

/** Medusa's admin takes the same where a store names no storefront. */
const DEFAULT_STOREFRONT = "http://localhost:8000"

/**
 * Where a customer pays a payment collection, as Medusa's admin builds it
 * ("Copy payment link"). The storefront has to have such a page.
 */
export function paymentLink(
  container: MedusaContainer,
  orderId: string,
  paymentCollectionId: string
): string {
  const { admin } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const storefront = (admin?.storefrontUrl || DEFAULT_STOREFRONT).replace(
    /\/+$/,
    ""
  )
  return `${storefront}/payment-collection/${paymentCollectionId}?order_id=${orderId}`
}
