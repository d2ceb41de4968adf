import type { StripeAccess } from "../../../scripts/demo/store-environment"
import { openAccount } from "./customer-account"
import { createCustomers } from "./customers"
import { placeOrders, type PlacedOrder, type Shop } from "./orders"
import { createProducts, type DemoVariants } from "./products"
import { createPromotions } from "./promotions"
import { createRefundReasons } from "./refund-reasons"
import { createRegions, type DemoRegions } from "./regions"
import { createShipping, type DemoShipping } from "./shipping"
import { logIn, openStorefront } from "./store-client"
import { createStorefrontKey } from "./storefront-key"
import { openCustomerSide } from "./stripe-customer-side"

/** What the demo store holds after seeding. */
export type DemoSeed = {
  publishable_key: string
  catalog: {
    regions: DemoRegions
    shipping: DemoShipping
    variants: DemoVariants
  }
  orders: PlacedOrder[]
}

/** The store to fill. */
export type SeedInput = {
  address: string
  user: { email: string; password: string }
  stripe: StripeAccess
}

/**
 * Fills an empty store through its HTTP API: products, promotions, and orders
 * that were bought, paid and captured as a customer and a merchant would.
 */
export async function seedDemo(input: SeedInput): Promise<DemoSeed> {
  const store = await seedCatalog(input)
  return { ...store, orders: await placeOrders(await openShop(input, store)) }
}

/** The same without orders. */
export async function seedCatalog(
  input: SeedInput
): Promise<Omit<DemoSeed, "orders">> {
  const admin = await logIn(input.address, input.user)
  const { publishableKey, salesChannelId } = await createStorefrontKey(admin)
  const regions = await createRegions(admin)
  const shipping = await createShipping(admin, salesChannelId)
  const variants = await createProducts(admin, shipping, salesChannelId)
  await createPromotions(admin)
  await createRefundReasons(admin)
  await createCustomers(admin)
  return {
    publishable_key: publishableKey,
    catalog: { regions, shipping, variants },
  }
}

/**
 * Opens a seeded store to place further orders in it.
 *
 * @example
 * const shop = await openShop(input, seed)
 * const order = await placeRecipe(shop, { ...recipes[0], key: "another" })
 */
export async function openShop(
  input: SeedInput,
  seed: Omit<DemoSeed, "orders">
): Promise<Shop> {
  return {
    admin: await logIn(input.address, input.user),
    storefront: openStorefront(input.address, seed.publishable_key),
    account: (customer) =>
      openAccount(input.address, seed.publishable_key, customer),
    stripe: openCustomerSide(input.stripe, input.address),
    ...seed.catalog,
  }
}

export { placeRecipe } from "./orders"
export { recipes, type OrderRecipe } from "./order-recipes"
