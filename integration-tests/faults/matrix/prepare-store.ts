import { writeFileSync } from "node:fs"
import Stripe from "stripe"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { createAdmin } from "../../support/admin"
import { createPaidOrder, type PaidOrder } from "../../support/paid-order"
import {
  openStockedStore,
  type StockedProduct,
  type StockedStore,
} from "../../support/stocked-store"
import type { TestStripe } from "../../support/test-stripe"
import type { Call } from "./cells"
import { customerWithCard, type Customer } from "./customer-with-card"
import { purchaseFor, type Purchase } from "./purchases"

/** An order, and the card that its customer left with Stripe. */
export type MatrixOrder = PaidOrder & { card: string | null }

/** What a run has to know of a store that was prepared for it. */
export type PreparedStore = {
  /** Headers of a logged-in merchant. */
  headers: Record<string, string>
  orders: MatrixOrder[]
}

const UNIT_PRICE = 20
const UNITS = 2
const ON_THE_SHELF = 10

/**
 * `medusa exec`: makes a merchant, and an order for each call that goes wrong,
 * of two units at 20.00 EUR. The money of one moves, so that a second time
 * would find money.
 */
export default async function prepareStore({
  container,
  args: [file, ...calls],
}: ExecArgs): Promise<void> {
  const client = new Stripe("sk_test_emulator", {
    host: "127.0.0.1",
    port: process.env.STRIPE_EMULATOR_PORT,
    protocol: "http",
    telemetry: false,
  })
  // The emulator runs in the process of the test.
  const stripe = { client } as TestStripe
  const { headers } = await createAdmin(container)
  const purchases = calls.map((call) => purchaseFor(call as Call))
  const shop = await openShop(
    container,
    purchases.filter(({ stocked }) => stocked).length
  )
  const orders: MatrixOrder[] = []
  for (const purchase of purchases) {
    const customer = purchase.card
      ? await customerWithCard(container, client, orders.length)
      : null
    const order = await buy(container, stripe, shop, purchase, customer)
    orders.push({ ...order, card: customer?.card ?? null })
  }
  const prepared: PreparedStore = { headers, orders }
  writeFileSync(String(file), JSON.stringify(prepared))
}

/** Null where nothing is counted. */
type Shop = { store: StockedStore; products: StockedProduct[] } | null

/** One product for each order: Medusa locks stock, and orders must not wait for each other. */
async function openShop(
  container: MedusaContainer,
  count: number
): Promise<Shop> {
  if (!count) {
    return null
  }
  const store = await openStockedStore(container)
  const titles = Array.from({ length: count }, (_, index) => `Shirt ${index}`)
  return { store, products: await store.stockAll(titles, ON_THE_SHELF) }
}

async function buy(
  container: MedusaContainer,
  stripe: TestStripe,
  shop: Shop,
  { payment_method, captured, stocked, shipped }: Purchase,
  customer: Customer | null
): Promise<PaidOrder> {
  const item = { title: "Shirt", quantity: UNITS, unit_price: UNIT_PRICE }
  const recipe = {
    currency_code: "eur",
    items: [item],
    ...(customer ? { customer_id: customer.id } : {}),
  }
  const payments = [
    { amount: UNITS * UNIT_PRICE, payment_method, capture: captured },
  ]
  const product = stocked ? shop?.products.shift() : null
  if (!shop || !product) {
    return createPaidOrder(container, stripe, recipe, payments)
  }
  const items = [{ ...item, variant_id: product.variant_id }]
  const order = await shop.store.order(stripe, { ...recipe, items }, payments)
  if (shipped) {
    const units = { id: String(order.items[0]?.id), quantity: shipped }
    await shop.store.ship(order, [units])
  }
  return order
}
