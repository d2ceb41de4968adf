import type { PaidOrder } from "../../support/paid-order"
import { eventsOf } from "../../support/stripe-webhooks"
import { mugs } from "./races"
import { REFUNDS_PATH, refundOf, untilAsked } from "./refund-requests"
import type { TwoStores } from "./two-stores"

/** Longer than the store waits for Stripe. */
const SLOW_MS = 10_000

/** What a process was at when it was killed. */
export type Death = {
  /** Its request reached Stripe, which carries it out after the death. */
  taken: PaidOrder
  /** Its request was lost on the way. */
  dropped: PaidOrder
  /** Refunded in the Dashboard; the process had answered Stripe's events. */
  told: PaidOrder[]
  /** How Stripe's events were answered, and how many were worked off by then. */
  answered: number[]
  processed: number
}

export const keyOf = (order: PaidOrder) => `dies-${order.id}`

/**
 * Kills the first process while it waits for Stripe's answers to two refunds,
 * and before anybody has worked off the events that it took from Stripe.
 */
export async function killAtWork(
  stores: TwoStores,
  [taken, dropped, ...told]: PaidOrder[]
): Promise<Death> {
  if (!taken || !dropped || !told.length) {
    throw new Error("This needs three orders or more.")
  }
  const { a, database, stripe } = stores
  const { control } = stripe
  const slow = { effect: "slow", ms: SLOW_MS } as const
  control.addFault({ method: "GET", path: REFUNDS_PATH, times: 1000, ...slow })
  control.addFault({ ...refundOf(taken), ...slow })
  control.addFault({ ...refundOf(dropped), effect: "timeout_before" })

  const answered = await Promise.all(
    told.map((order) => tellOfRefund(stores, order))
  )
  const asked = [taken, dropped].map((order) =>
    // The connection dies with the process.
    a.api.refund(order, mugs(order, 1), keyOf(order)).catch(() => null)
  )
  await untilAsked(stripe, [taken, dropped])
  await a.process.kill()
  const events = await database.query(
    "SELECT id FROM refunds_stripe_event WHERE processed_at IS NOT NULL"
  )
  control.clearFaults()
  await Promise.all(asked)
  return { taken, dropped, told, answered, processed: events.length }
}

function tellOfRefund(
  { a, stripe }: TwoStores,
  { payments }: PaidOrder
): Promise<number> {
  const refund = stripe.control.refundInDashboard({
    payment_intent: String(payments[0]?.payment_intent),
    amount: 2000,
  })
  const event = eventsOf(stripe).find(
    ({ type, data }) =>
      type === "refund.created" && Reflect.get(data.object, "id") === refund.id
  )
  return a.api.tell(event)
}
