import Redis from "ioredis"
import { stripeRefunds } from "../support/books"
import type { PaidOrder } from "../support/paid-order"
import { DOORS } from "../support/stripe-webhooks"
import { keyOf, killAtWork, type Death } from "./support/death"
import { readAllBooks, refundedBooks } from "./support/order-books"
import {
  buttonAgainstOurs,
  dashboardAgainstOurs,
  editAgainstOurs,
  everyMugAtOnce,
  lastEuroManyTimes,
  lastMugTwice,
  mugs,
  outcomes,
  sameKeyTwice,
} from "./support/races"
import { startTwoStores, type TwoStores } from "./support/two-stores"
import { readUntil } from "../support/until"

/** Three starts of a store, on a busy machine. */
const SETUP_MS = 600_000
const ORDERS = 39
/** Orders that are raced for at once. */
const ROUNDS = 3
/** Lock and lease of a dead process last two minutes, jobs look each minute. */
const LEFT_BEHIND_MS = 240_000

describe("two processes of one store, with Redis", () => {
  let stores: TwoStores
  let death: Death

  beforeAll(async () => {
    stores = await startTwoStores("two-processes", {
      redis: true,
      orders: ORDERS,
    })
    // First: what it leaves behind takes minutes, and meanwhile work goes on.
    death = await killAtWork(stores, fresh(8))
    await stores.a.process.start()
  }, SETUP_MS)
  afterAll(() => stores?.close())

  const fresh = (count = ROUNDS): PaidOrder[] => stores.orders.splice(0, count)
  const books = (order: PaidOrder) => readAllBooks(stores, order)
  const query = <Row>(sql: string) => stores.database.query<Row>(sql)
  /** All books say it, at once or when the jobs have run. */
  const expectBooks = async (
    order: PaidOrder,
    expected: ReturnType<typeof refundedBooks>,
    withinMs = 90_000
  ) =>
    expect(await readUntil(expected, () => books(order), withinMs)).toEqual(
      expected
    )
  const isRefundedBeforeEdit = async ({ id }: PaidOrder): Promise<boolean> =>
    (
      await query(
        `SELECT FROM refunds_order_refund JOIN order_change USING (order_id)
         WHERE order_id = '${id}' AND change_type = 'edit'
           AND refunds_order_refund.created_at < confirmed_at`
      )
    ).length > 0
  const pressAgain = () =>
    stores.b.api.refund(death.taken, mugs(death.taken, 1), keyOf(death.taken))

  it("tell a merchant to wait for a refund that a killed one was at", async () => {
    const redis = new Redis(String(stores.redis))
    const left = await redis.ttl(`medusa_lock:refund:${death.taken.id}`)
    redis.disconnect()
    expect(left).toBeGreaterThan(0)
    expect(outcomes([await pressAgain()])).toEqual(["409 refund_in_progress"])
  })

  it("make one refund of a request that both get at once", async () => {
    for (const order of fresh()) {
      const [first, second] = await sameKeyTwice(stores, order)
      expect([first?.status, second?.status]).toEqual([200, 200])
      expect(first?.data).toEqual(second?.data)
      expect(await books(order)).toEqual(refundedBooks(20))
    }
  })

  it("let one of two merchants refund the last unit", async () => {
    const orders = fresh()
    const all = await Promise.all(
      orders.map((order) => lastMugTwice(stores, order))
    )
    for (const answers of all) {
      expect(outcomes(answers)).toEqual([
        "200 ok",
        "400 quantity_exceeds_refundable",
      ])
    }
    for (const order of orders) {
      expect(await books(order)).toEqual(refundedBooks(80))
    }
  })

  it("pay what each of four merchants asks for at once", async () => {
    for (const order of fresh()) {
      expect(outcomes(await everyMugAtOnce(stores, order))).toEqual(
        Array(4).fill("200 ok")
      )
      expect(await books(order)).toEqual(refundedBooks(80))
    }
  })

  it("pay the last euro once when it is asked for fifty times", async () => {
    for (const order of fresh(1)) {
      const answers = outcomes(await lastEuroManyTimes(stores, order, 50))
      const refusals = answers.filter((answer) => answer !== "200 ok")
      expect(refusals).toHaveLength(49)
      // Who waits for the lock longer than half a minute is told to try again.
      for (const refusal of refusals) {
        expect(["400 amount_exceeds_line", "409 refund_in_progress"]).toContain(
          refusal
        )
      }
      expect(await books(order)).toEqual(refundedBooks(80))
    }
  })

  it.each([60, 40])(
    "never pay too much when Medusa's own button is pressed for %s",
    async (amount) => {
      const orders = fresh()
      const all = await Promise.all(
        orders.map((order) => buttonAgainstOurs(stores, order, amount))
      )
      expect(all.flat().filter(({ status }) => status >= 500)).toEqual([])
      for (const order of orders) {
        const paid = stripeRefunds(stores.stripe, order).reduce(
          (total, refund) => total + refund.amount / 100,
          0
        )
        expect(paid).toBeGreaterThan(0)
        expect(paid).toBeLessThanOrEqual(80)
        await expectBooks(order, refundedBooks(paid))
      }
    }
  )

  it("agree when Stripe tells one of them what the other has not seen", async () => {
    const orders = fresh()
    for (const door of Object.values(DOORS)) {
      const url = `${stores.a.process.address}${door}`
      stores.stripe.control.addWebhook({ url, secret: "whsec_emulator" })
    }
    const answers = await Promise.all(
      orders.map((order) => dashboardAgainstOurs(stores, order))
    )
    expect(outcomes(answers)).toEqual(orders.map(() => "200 ok"))
    for (const order of orders) {
      await expectBooks(order, refundedBooks(40))
    }
  })

  it.each([
    "before",
    "while it is on its way",
    "while it is confirmed",
  ] as const)(
    "agree on what an edit lets an order owe, with a unit refunded %s",
    async (moment) => {
      const orders = fresh()
      const all = await Promise.all(
        orders.map((order) => editAgainstOurs(stores, order, moment))
      )
      for (const { order, edits, refund } of all) {
        expect(outcomes(edits)).toEqual(edits.map(() => "200 ok"))
        expect(["200 ok", "409 order_has_active_change"]).toContain(
          outcomes([refund]).join()
        )
        const refunded = refund.status === 200
        // The edit takes the refunded unit first, if it was refunded by then:
        // of two requests at once, either can be first.
        const taken = await isRefundedBeforeEdit(order)
        const settled = refundedBooks(refunded ? 20 : 0)
        const pending = taken ? "0" : "-20"
        await expectBooks(order, {
          ...settled,
          ...(taken ? { credit_lines: "0" } : {}),
          pending_difference: pending,
          summary: { ...settled.summary, pending },
        })
      }
    }
  )

  it(
    "finish what a killed one left behind, by themselves",
    async () => {
      expect(death).toMatchObject({
        answered: death.told.map(() => 200),
        processed: 0,
      })
      for (const order of [death.taken, death.dropped, ...death.told]) {
        await expectBooks(order, refundedBooks(20), LEFT_BEHIND_MS)
        expect(stripeRefunds(stores.stripe, order)).toHaveLength(1)
      }
      const { status, data } = await pressAgain()
      expect([status, data.order_refund.status]).toEqual([200, "succeeded"])
    },
    LEFT_BEHIND_MS + 60_000
  )

  it("leave nothing open, and never wait for each other in a circle", async () => {
    const open = () =>
      query(
        `SELECT id FROM refunds_order_refund WHERE booked_at IS NULL
         UNION ALL SELECT id FROM refunds_stripe_event WHERE processed_at IS NULL`
      )
    expect(await readUntil([], open)).toEqual([])
    expect(
      await query(
        `SELECT deadlocks::int FROM pg_stat_database
         WHERE datname = current_database()`
      )
    ).toEqual([{ deadlocks: 0 }])
  })
})
