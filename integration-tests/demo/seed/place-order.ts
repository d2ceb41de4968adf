import type Medusa from "@medusajs/js-sdk"
import type { DemoCustomer } from "./customers"
import type { CustomerSide } from "./stripe-customer-side"

/** A purchase in the shop. */
export type Purchase = {
  regionId: string
  countryCode: string
  customer: DemoCustomer
  items: { variant_id: string; quantity: number }[]
  shippingOptionId: string
  promoCodes: string[]
  /** A test card of Stripe, or nothing for Medusa's manual provider. */
  card?: string
  /** A test card that a logged in customer leaves with Stripe. */
  saved?: string
}

/**
 * Buys as a storefront does: cart, promotion, shipping, payment, order.
 *
 * @returns the id of the order, authorised and not captured
 */
export async function placeOrder(
  shop: Medusa,
  stripe: CustomerSide,
  purchase: Purchase
): Promise<string> {
  const cartId = await fillCart(shop, purchase)
  const { payment_collection } = await shop.client.fetch<{
    payment_collection: { id: string }
  }>("/store/payment-collections", {
    method: "POST",
    body: { cart_id: cartId },
  })
  await startPayment(
    shop,
    stripe,
    payment_collection.id,
    purchase.card,
    purchase.saved
  )
  const completed = await shop.store.cart.complete(cartId)
  if (completed.type !== "order") {
    throw new Error(`No order: ${completed.error.message}`)
  }
  return completed.order.id
}

/**
 * Starts a payment session and, where Stripe takes the payment, confirms it.
 *
 * @returns the id of the payment intent, where there is one
 */
export async function startPayment(
  shop: Medusa,
  stripe: CustomerSide,
  paymentCollectionId: string,
  card: string | undefined,
  saved?: string
): Promise<string | undefined> {
  const { payment_collection } = await shop.client.fetch<{
    payment_collection: { payment_sessions: { data: { id?: string } }[] }
  }>(`/store/payment-collections/${paymentCollectionId}/payment-sessions`, {
    method: "POST",
    body: { provider_id: card ? "pp_stripe_stripe" : "pp_system_default" },
  })
  const intentId = payment_collection.payment_sessions[0].data.id
  if (!card || !intentId) {
    return undefined
  }
  const savedCard = saved && (await stripe.saveCard(intentId, saved))
  await stripe.confirm(intentId, savedCard && saved === card ? savedCard : card)
  return intentId
}

async function fillCart(shop: Medusa, purchase: Purchase): Promise<string> {
  const { email, ...address } = purchase.customer
  const { cart } = await shop.store.cart.create({
    region_id: purchase.regionId,
    email,
    items: purchase.items,
    promo_codes: purchase.promoCodes,
    shipping_address: { ...address, country_code: purchase.countryCode },
    billing_address: { ...address, country_code: purchase.countryCode },
  })
  await shop.store.cart.addShippingMethod(cart.id, {
    option_id: purchase.shippingOptionId,
  })
  return cart.id
}
