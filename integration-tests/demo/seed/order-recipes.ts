import { cards, customers, nina, type DemoCustomer } from "./customers"
import type { DemoProduct } from "./products"
import { promotions } from "./promotions"
import type { DemoCurrency } from "./regions"

/** One order of the demo, and what happens to it after it was placed. */
export type OrderRecipe = {
  key: string
  currency: DemoCurrency
  customer: DemoCustomer
  items: Partial<Record<DemoProduct, number>>
  promotion?: string
  /** Nothing for Medusa's manual provider. */
  card?: string
  /** A card that the customer has saved, in an account of theirs. */
  saved?: string
  /** False leaves the payment authorised. */
  capture: boolean
  /** Ships so many of each. */
  fulfil?: Partial<Record<DemoProduct, number>>
  /** Adds to the order later, which takes a second payment. */
  add?: Partial<Record<DemoProduct, number>>
}

const paid = { card: cards.succeeds, capture: true }

/** In the order of their numbers in the admin. */
export const recipes: OrderRecipe[] = [
  {
    // The order of the README: three discounted, taxed items and shipping.
    key: "three_shirts",
    ...paid,
    currency: "eur",
    customer: customers.anna,
    items: { shirt: 3 },
    promotion: promotions.tenEuros,
  },
  {
    key: "partly_fulfilled",
    ...paid,
    currency: "eur",
    customer: customers.jonas,
    items: { mug: 2, socks: 3, jacket: 1 },
    promotion: promotions.fifteenPercent,
    fulfil: { socks: 2, jacket: 1 },
  },
  {
    key: "two_payments",
    ...paid,
    currency: "usd",
    customer: customers.emily,
    items: { jacket: 1, socks: 2 },
    add: { mug: 1 },
  },
  {
    key: "manual_payment",
    currency: "eur",
    customer: customers.maria,
    items: { shirt: 1, mug: 1 },
    capture: true,
  },
  {
    key: "pending_refund",
    card: cards.refundPending,
    capture: true,
    currency: "eur",
    customer: customers.lukas,
    items: { socks: 4 },
    promotion: promotions.fifteenPercent,
  },
  {
    key: "yen",
    ...paid,
    currency: "jpy",
    customer: customers.haruto,
    items: { shirt: 2, socks: 1 },
    promotion: promotions.fifteenPercent,
  },
  {
    key: "dinar",
    ...paid,
    currency: "kwd",
    customer: customers.fatima,
    items: { socks: 3 },
    promotion: promotions.fifteenPercent,
  },
  {
    key: "authorised_only",
    card: cards.succeeds,
    capture: false,
    currency: "eur",
    customer: customers.sofie,
    items: { jacket: 1 },
  },
  {
    // Can be edited to cost more: the saved card is charged.
    key: "saved_card",
    ...paid,
    saved: cards.succeeds,
    currency: "eur",
    customer: nina,
    items: { shirt: 2, mug: 1 },
  },
]
