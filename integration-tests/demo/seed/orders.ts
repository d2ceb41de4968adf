import { setTimeout as sleep } from "node:timers/promises"
import type Medusa from "@medusajs/js-sdk"
import type { DemoCustomer } from "./customers"
import { recipes, type OrderRecipe } from "./order-recipes"
import { placeOrder, startPayment } from "./place-order"
import type { DemoProduct, DemoVariants } from "./products"
import { countryOf, type DemoRegions } from "./regions"
import type { DemoShipping } from "./shipping"
import type { CustomerSide } from "./stripe-customer-side"

/** What is needed to place the demo's orders. */
export type Shop = {
  admin: Medusa
  storefront: Medusa
  /** The storefront, as a customer with an account sees it. */
  account: (customer: DemoCustomer) => Promise<Medusa>
  stripe: CustomerSide
  regions: DemoRegions
  shipping: DemoShipping
  variants: DemoVariants
}

/** An order of the demo that was placed. */
export type PlacedOrder = { key: string; id: string; display_id: number }

/** Places all orders, one after the other so that their numbers are known. */
export async function placeOrders(shop: Shop): Promise<PlacedOrder[]> {
  const placed: PlacedOrder[] = []
  for (const recipe of recipes) {
    placed.push(await placeRecipe(shop, recipe))
  }
  return placed
}

/** Places one order and does to it what its recipe says. */
export async function placeRecipe(
  shop: Shop,
  recipe: OrderRecipe
): Promise<PlacedOrder> {
  const id = await buy(shop, recipe)
  if (recipe.capture) {
    await capturePayments(shop.admin, id)
  }
  if (recipe.fulfil) {
    await fulfil(shop, id, recipe.fulfil)
  }
  if (recipe.add) {
    await addItems(shop, id, recipe)
  }
  const { order } = await shop.admin.admin.order.retrieve(id)
  return { key: recipe.key, id, display_id: order.display_id ?? 0 }
}

async function buy(shop: Shop, recipe: OrderRecipe): Promise<string> {
  const storefront = recipe.saved
    ? await shop.account(recipe.customer)
    : shop.storefront
  return await placeOrder(storefront, shop.stripe, {
    regionId: shop.regions[recipe.currency],
    countryCode: countryOf(recipe.currency),
    customer: recipe.customer,
    items: quantities(shop.variants, recipe.items),
    shippingOptionId: shop.shipping.optionId,
    promoCodes: recipe.promotion ? [recipe.promotion] : [],
    card: recipe.card,
    saved: recipe.saved,
  })
}

function quantities(
  variants: DemoVariants,
  items: Partial<Record<DemoProduct, number>>
): { variant_id: string; quantity: number }[] {
  return Object.entries(variants).flatMap(([product, variant_id]) => {
    const quantity = items[product as DemoProduct]
    return quantity ? [{ variant_id, quantity }] : []
  })
}

async function capturePayments(admin: Medusa, orderId: string): Promise<void> {
  const { order } = await admin.admin.order.retrieve(orderId, {
    fields: "id,*payment_collections.payments",
  })
  const payments = (order.payment_collections ?? []).flatMap(
    ({ payments }) => payments ?? []
  )
  for (const payment of payments.filter(({ captured_at }) => !captured_at)) {
    await admin.admin.payment.capture(payment.id, {})
  }
}

async function fulfil(
  { admin, shipping, variants }: Shop,
  orderId: string,
  items: Partial<Record<DemoProduct, number>>
): Promise<void> {
  const { order } = await admin.admin.order.retrieve(orderId)
  const wanted = quantities(variants, items).flatMap((want) => {
    const item = order.items.find((i) => i.variant_id === want.variant_id)
    return item ? [{ id: item.id, quantity: want.quantity }] : []
  })
  await admin.admin.order.createFulfillment(orderId, {
    location_id: shipping.locationId,
    items: wanted,
  })
}

/** An order edit by the merchant, and the payment of what it costs more. */
async function addItems(
  shop: Shop,
  orderId: string,
  recipe: OrderRecipe
): Promise<void> {
  const { admin, storefront, stripe, variants } = shop
  const edits = admin.admin.orderEdit
  await edits.initiateRequest({ order_id: orderId })
  await edits.addItems(orderId, {
    items: quantities(variants, recipe.add ?? {}),
  })
  await edits.request(orderId)
  await edits.confirm(orderId)

  const collectionId = await findUnpaid(admin, orderId)
  const intent = await startPayment(
    storefront,
    stripe,
    collectionId,
    recipe.card
  )
  if (intent) {
    await stripe.announce(intent)
  }
  // Medusa reads the event some seconds after it has arrived.
  for (let tries = 0; tries < 100; tries++) {
    if (await isAuthorised(admin, orderId, collectionId)) {
      await capturePayments(admin, orderId)
      return
    }
    await sleep(200)
  }
  throw new Error(`The second payment of order ${orderId} was not authorised.`)
}

async function findUnpaid(admin: Medusa, orderId: string): Promise<string> {
  const collections = await listCollections(admin, orderId)
  const unpaid = collections.find(({ status }) => status === "not_paid")
  if (!unpaid) {
    throw new Error(`Order ${orderId} has no unpaid payment collection.`)
  }
  return unpaid.id
}

async function isAuthorised(
  admin: Medusa,
  orderId: string,
  collectionId: string
): Promise<boolean> {
  const collections = await listCollections(admin, orderId)
  const collection = collections.find(({ id }) => id === collectionId)
  return (collection?.payments ?? []).length > 0
}

async function listCollections(admin: Medusa, orderId: string) {
  const { order } = await admin.admin.order.retrieve(orderId, {
    fields: "id,*payment_collections,*payment_collections.payments",
  })
  return order.payment_collections ?? []
}
