import type { MedusaContainer } from "@medusajs/framework/types"
import { createPace } from "../../stripe"
import type { RefundCheckFinding } from "../../types"
import { refundsModule } from "../../workflows/common/refunds-module"
import { checkEvents } from "./check-events"
import { checkNotices } from "./check-notices"
import { checkOrder } from "./check-order"
import { listOrders } from "./list-orders"

export type CheckBooksInput = {
  /** Also mend what can be mended without moving money. Default false. */
  repair?: boolean
  /** Only this order. */
  order_id?: string
  /** Only orders after this one, by id. */
  after?: string
  /** The clock; what is younger than a minute is left alone. */
  now?: () => Date
}

/**
 * What came of one order, or, before the first of them, of Stripe's events and of what
 * customers were to be told.
 */
export type CheckedOrder = {
  order_id: string | null
  findings: RefundCheckFinding[]
}

/**
 * Checks the books of every order that has a captured payment: Stripe, Medusa's
 * payments, its order transactions and credit lines, and our records. Moves no
 * money, with `repair` neither.
 *
 * It yields after every order, so a caller can stop at any of them, and any
 * number of orders needs no more memory than a few.
 *
 * @example
 * for await (const { findings } of checkBooks(container, { repair: true })) {
 *   findings.forEach(({ code, message }) => console.log(code, message))
 * }
 */
export async function* checkBooks(
  container: MedusaContainer,
  { repair = false, order_id, after, now = () => new Date() }: CheckBooksInput
): AsyncGenerator<CheckedOrder> {
  const { stripe } = refundsModule(container).options
  // A retried event may mend what the orders would be found with.
  if (!after) {
    for await (const finding of checkEvents(container, { repair, order_id })) {
      yield { order_id: null, findings: [finding] }
    }
    for await (const finding of checkNotices(container, order_id)) {
      yield { order_id: null, findings: [finding] }
    }
  }
  const pace = createPace(stripe?.maxRequestsPerSecond ?? 1)
  for await (const order of listOrders(container, { after, order_id })) {
    yield {
      order_id: order.id,
      findings: await checkOrder(container, order, { repair, pace, now }),
    }
  }
}
