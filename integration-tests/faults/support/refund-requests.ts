import { setTimeout as wait } from "node:timers/promises"
import type { PaidOrder } from "../../support/paid-order"
import type { TestStripe } from "../../support/test-stripe"

export const REFUNDS_PATH = "/v1/refunds"

const ATTEMPTS = 6000
const PAUSE_MS = 5

/** Matches the requests that refund an order, for a fault of the emulator. */
export const refundOf = ({ payments }: PaidOrder) => ({
  method: "POST",
  path: REFUNDS_PATH,
  when: ({ payment_intent }: Record<string, unknown>) =>
    payment_intent === payments[0]?.payment_intent,
})

/** Waits until Stripe was asked to refund each of these orders. */
export async function untilAsked(
  { control }: TestStripe,
  orders: PaidOrder[]
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const asked = control
      .requests()
      .filter(({ method, path }) => method === "POST" && path === REFUNDS_PATH)
    if (
      orders.every((order) =>
        asked.some(({ params }) => refundOf(order).when(params))
      )
    ) {
      return
    }
    await wait(PAUSE_MS)
  }
  throw new Error("The store did not ask Stripe for these refunds.")
}
