import { MathBN } from "@medusajs/framework/utils"
import { openShop } from "../../demo/seed"
import type { PlacedOrder } from "../../demo/seed/orders"
import type { DemoStore } from "./demo-store"

/** What Medusa's own books say of an order of shirts, and of the shelf. */
export type OrderBooks = {
  /** Units on the order. */
  quantity: number
  /** Units that are set aside for this order. */
  reserved: number
  /** Shirts in the warehouse. */
  stocked: number
  /** Below zero: the order owes the customer. In whole cents, as money moves. */
  pending: string
  payment_status: string
}

/** Reads them as a merchant's own program would, over the admin API. */
export async function readOrderBooks(
  store: DemoStore,
  { id }: PlacedOrder
): Promise<OrderBooks> {
  const { admin } = await openShop(store, store.seed)
  const { order } = await admin.admin.order.retrieve(id, {
    fields: "id,total,currency_code,summary,payment_status,*items",
  })
  const { reservations } = await admin.admin.reservation.list({
    line_item_id: order.items.map((item) => item.id),
  })
  const { inventory_items } = await admin.admin.inventoryItem.list({
    sku: "SHIRT",
    fields: "id,stocked_quantity",
  })
  const quantities = order.items.map(({ quantity }) => quantity)
  return {
    quantity: sum(quantities),
    reserved: sum(reservations.map(({ quantity }) => quantity)),
    stocked: inventory_items[0]?.stocked_quantity ?? 0,
    pending: inCents(order.summary.pending_difference),
    payment_status: order.payment_status,
  }
}

/** Medusa does not round its totals. */
const inCents = (amount: number): string =>
  MathBN.convert(amount)
    .toFixed(2)
    .replace(/^-0\.00$/, "0.00")

const sum = (numbers: number[]): number =>
  numbers.reduce((total, each) => total + each, 0)

const PATIENCE_MS = 20_000

/** Waits until the books say it; the store settles some things after its answer. */
export async function untilBooks(
  store: DemoStore,
  order: PlacedOrder,
  expected: Partial<OrderBooks>
): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    const books = await readOrderBooks(store, order)
    try {
      expect(books).toMatchObject(expected)
      return
    } catch (error) {
      if (Date.now() > end) {
        throw error
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
