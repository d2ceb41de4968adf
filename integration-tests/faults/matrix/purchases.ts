import type { Call } from "./cells"

/** What a customer bought before a cell begins, and how far it is. */
export type Purchase = {
  /** A refund to `pm_card_pendingRefund` can be made to need the customer. */
  payment_method: string
  /** False leaves the money authorised. */
  captured: boolean
  /** Whether the warehouse counts it. */
  stocked: boolean
  /** Units. */
  shipped: number
  /** Whether the customer left a card with Stripe. */
  card: boolean
}

const PAID: Purchase = {
  payment_method: "pm_card_visa",
  captured: true,
  stocked: false,
  shipped: 0,
  card: false,
}

const STOCKED: Purchase = { ...PAID, stocked: true }

const OTHERS: Partial<Record<Call, Purchase>> = {
  "cancel refund": { ...PAID, payment_method: "pm_card_pendingRefund" },
  "cancel units": STOCKED,
  "return units": { ...STOCKED, shipped: 2 },
  "edit down": STOCKED,
  "edit up": { ...STOCKED, card: true },
  "release part": { ...STOCKED, captured: false },
  "release all": { ...STOCKED, captured: false },
  "cancel order": STOCKED,
  "list void": { ...PAID, captured: false },
  "read void": { ...PAID, captured: false },
}

/** What a cell about a call begins with. */
export const purchaseFor = (call: Call): Purchase => OTHERS[call] ?? PAID
