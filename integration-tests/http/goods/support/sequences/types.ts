import type { GoodsStore } from "../goods-store"

/**
 * What can happen to the goods and the money of an order, in many orders. The
 * expectations are written by hand: Medusa's pending difference, its payment
 * status, what Stripe gave back, stock (on the shelf / reserved), and what is
 * owed and left to refund.
 */
export type Sequences = Record<string, (store: GoodsStore) => Promise<void>>
