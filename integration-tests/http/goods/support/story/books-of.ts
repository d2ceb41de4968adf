import { setTimeout as wait } from "node:timers/promises"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { readUntil } from "../../../../support/until"
import { readBooks } from "../../../../support/books"
import type { PaidOrder } from "../../../../support/paid-order"
import { check } from "../../../../support/refund-checks"
import type { World } from "../story"

/** What everybody's books say of an order. */
export function booksOf(world: World, order: PaidOrder) {
  const { container, stripe, refunds, store, products, digits } = world
  let last: string | null = null

  async function tell(): Promise<string> {
    const [books, { summary }, ...shelves] = await Promise.all([
      readBooks(container, stripe, order),
      refunds.overview(order.id),
      ...products.map(store.shelf),
    ])
    const rounded = MathBN.convert(books.pending_difference).toFixed(digits)
    const pending = Number(rounded) === 0 ? (0).toFixed(digits) : rounded
    const given = (books.stripe_minor / 10 ** digits).toFixed(digits)
    const failed = Number(summary.failed) ? [`failed ${summary.failed}`] : []
    return [
      `pending ${pending}`,
      books.payment_status,
      `stripe ${given}`,
      `shelf ${shelves.map(({ stocked, reserved }) => `${stocked}/${reserved}`).join(" ")}`,
      `owed ${summary.owed}`,
      ...failed,
      `left ${summary.refundable}`,
    ].join(", ")
  }

  async function waiting(): Promise<string[]> {
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "order",
        fields: ["payment_collections.status", "payment_collections.amount"],
        filters: { id: order.id },
      })
    const [found]: {
      payment_collections?: { status: string; amount: number }[]
    }[] = JSON.parse(JSON.stringify(data))
    return (found?.payment_collections ?? [])
      .filter(({ status }) => status === "not_paid")
      .map(({ amount }) => MathBN.convert(amount).toFixed(digits))
  }

  return {
    tell,
    /**
     * What payment collections wait for the customer to pay. They follow a moment
     * after the order's books.
     */
    expectWaiting: async (amounts: string[]) =>
      expect(await readUntil(amounts, waiting)).toEqual(amounts),
    /**
     * `pending 0.00, partially_refunded, stripe 19.82, shelf 10/2, owed 0.00, left 45.59`:
     * Medusa's pending difference, payment status, live refunds at Stripe, what
     * is stocked and reserved of each line's product, and our own owed, failed
     * (if any) and refundable amounts. Waits for subscribers.
     */
    async expect(expected: string) {
      let now = await tell()
      for (let tries = 0; now !== expected && tries < 40; tries++) {
        await wait(50)
        now = await tell()
      }
      expect(now).toBe(expected)
      last = expected
    },
    /** Medusa's pending difference alone. */
    expectPending: async (amount: string) =>
      expect(
        await readUntil(`pending ${amount}`, async () =>
          String((await tell()).split(",")[0])
        )
      ).toBe(`pending ${amount}`),
    /** The doctor finds nothing, and nobody changed the books since. */
    async expectHealthy() {
      expect(await check(container, { order_id: order.id })).toEqual([])
      expect(await tell()).toBe(last)
    },
  }
}
