import Stripe from "stripe"
import type { PaidOrder } from "../support/paid-order"
import { DOORS, eventsOf } from "../support/stripe-webhooks"
import { until } from "../support/until"
import { startOwnStripe, type TestStripe } from "../support/test-stripe"
import { StoreProcess } from "./support/store-process"
import { createStoreDatabase, type TestDatabase } from "./support/test-database"

const SETUP_MS = 120_000
const TEST_MS = 150_000
/** The job looks every minute. */
const JOBS_MS = 90_000
/** Longer than the store waits, and it is dead before it gives up. */
const SLOW_MS = 10_000

type EventRow = { id: string; status: string; attempts: number }

describe("a store that is killed after it has answered Stripe", () => {
  let stripe: TestStripe
  let database: TestDatabase
  let store: StoreProcess
  let orders: PaidOrder[]

  beforeAll(async () => {
    stripe = await startOwnStripe()
    database = await createStoreDatabase(`killed-store-${process.pid}`)
    store = new StoreProcess({
      DATABASE_URL: database.url,
      STRIPE_EMULATOR_PORT: String(stripe.port),
    })
    orders = await store.payOrders([40, 50])
  }, SETUP_MS)

  afterAll(async () => {
    await store?.close()
    await database?.drop()
    await stripe?.close()
  })

  const inbox = () =>
    database.query<EventRow>(
      "SELECT id, status, attempts FROM refunds_stripe_event ORDER BY created_at"
    )
  const recorded = () =>
    database.query<{ order_id: string; amount: string; refund: string }>(
      `SELECT refunds_order_refund.order_id, stripe_refund_id AS refund,
         refunds_order_refund.amount::float::text AS amount
       FROM refunds_order_refund
       JOIN refunds_transaction ON order_refund_id = refunds_order_refund.id
       WHERE source = 'stripe' ORDER BY refunds_order_refund.amount`
    )

  /** Refunds an order in the Dashboard and tells the store of it. */
  async function refundAndDeliver(
    order: PaidOrder | undefined,
    amount: number
  ) {
    const refund = stripe.control.refundInDashboard({
      payment_intent: String(order?.payments[0]?.payment_intent),
      amount,
    })
    const event = eventsOf(stripe).find(
      ({ type, data }) =>
        type === "refund.created" &&
        Reflect.get(data.object, "id") === refund.id
    )
    const payload = JSON.stringify(event)
    const answer = await fetch(`${store.address}${DOORS.ours}`, {
      method: "POST",
      body: payload,
      headers: {
        "content-type": "application/json",
        "stripe-signature": Stripe.webhooks.generateTestHeaderString({
          payload,
          secret: "whsec_emulator",
        }),
      },
    })
    return { refund: refund.id, event: event?.id, status: answer.status }
  }

  it(
    "records the refunds once it is back",
    async () => {
      await store.start()
      stripe.control.addFault({
        method: "GET",
        path: "/v1/refunds",
        effect: "slow",
        ms: SLOW_MS,
        times: 1000,
      })
      stripe.control.clearRequests()

      const first = await refundAndDeliver(orders[0], 1000)
      // It is at work on the first, and has hardly begun with the second.
      await until(
        "the store asks Stripe",
        () => stripe.control.requests().length > 0
      )
      const second = await refundAndDeliver(orders[1], 2000)
      await store.kill()

      expect([first.status, second.status]).toEqual([200, 200])
      expect(await store.answers()).toBe(false)
      expect(await recorded()).toEqual([])
      expect(await inbox()).toMatchObject([
        { id: first.event, status: "processing" },
        {
          id: second.event,
          status: expect.stringMatching(/^(received|processing)$/),
        },
      ])

      stripe.control.clearFaults()
      // So that nobody has to wait until the dead worker's lease is over.
      await database.query(
        "UPDATE refunds_stripe_event SET next_attempt_at = now()"
      )
      await store.start()
      await until(
        "every event is processed",
        async () =>
          (await inbox()).every(({ status }) => status === "processed"),
        JOBS_MS
      )
      expect(await recorded()).toEqual([
        { order_id: orders[0]?.id, amount: "10", refund: first.refund },
        { order_id: orders[1]?.id, amount: "20", refund: second.refund },
      ])
    },
    TEST_MS
  )
})
