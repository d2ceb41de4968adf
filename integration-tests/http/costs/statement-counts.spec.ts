import { appendFileSync } from "node:fs"
import finishOrderEditsJob from "../../../src/jobs/finish-order-edits"
import finishOrderRefundsJob from "../../../src/jobs/finish-order-refunds"
import finishOrderReleasesJob from "../../../src/jobs/finish-order-releases"
import processStripeEventsJob from "../../../src/jobs/process-stripe-events"
import reconcileRefundsJob from "../../../src/jobs/reconcile-refunds"
import settleOrderBooksJob from "../../../src/jobs/settle-order-books"
import tellCustomersJob from "../../../src/jobs/tell-customers"
import { countStatements } from "../../support/count-statements"
import {
  createCustomer,
  type Customer,
  storefront,
  type Storefront,
} from "../../support/customer"
import { createPaidOrder, type PaidOrder } from "../../support/paid-order"
import { type RefundsApi, refundsApi } from "../../support/refunds-api"
import { storeIsQuiet } from "../../support/store-is-quiet"
import { DOORS, eventsOf, send } from "../../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import allowed from "./statement-counts.json"

/** `STATEMENTS_LOG=statements.sql npm run test:http -- statement-counts` writes them down. */
const log = process.env.STATEMENTS_LOG

const JOBS = [
  finishOrderEditsJob,
  finishOrderRefundsJob,
  finishOrderReleasesJob,
  processStripeEventsJob,
  reconcileRefundsJob,
  settleOrderBooksJob,
  tellCustomersJob,
]

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("what a use costs the database", () => {
      let refunds: RefundsApi
      let small: PaidOrder
      let large: PaidOrder
      let customer: Customer
      let store: Storefront
      /** The tags of what the customer has seen. */
      const seen = new Map<PaidOrder, string>()

      const buy = (items: number) =>
        createPaidOrder(
          getContainer(),
          stripe,
          {
            currency_code: "eur",
            customer_id: customer.id,
            items: Array.from({ length: items }, (_, index) => ({
              title: `Item ${index}`,
              quantity: 20,
              unit_price: 20,
              tax_lines: [{ code: "vat", rate: 19 }],
              adjustments: [{ code: "FIVE", amount: 5 }],
            })),
          },
          [{ amount: Number((items * 395 * 1.19).toFixed(2)) }]
        )
      const refund = async (order: PaidOrder) => {
        const { status } = await refunds.create(order.id, {
          items: [{ item_id: order.items[0]?.id, quantity: 1 }],
        })
        expect(status).toBe(200)
      }

      beforeAll(async () => {
        stripe.control.reset()
        refunds = await refundsApi(api, getContainer())
        customer = await createCustomer(getContainer())
        store = await storefront(api, getContainer())
        small = await buy(1)
        large = await buy(10)
        for (let earlier = 0; earlier < 10; earlier++) {
          await refund(large)
        }
        // Its first event brings what Stripe's answer did not say.
        for (const order of [small, large]) {
          await refund(order)
          await tell(order)
        }
        // What a process does once only.
        const warm = await buy(1)
        await refund(warm)
        await storeIsQuiet(getContainer())
        for (const order of [small, large]) {
          const { headers } = await store.refundsOf(order.id, customer.token)
          seen.set(order, String(headers.etag))
        }
      })

      const orders = {
        "1 item": () => small,
        "10 items, 10 refunds": () => large,
      }
      const get = (path: (id: string) => string) => async (order: PaidOrder) =>
        expect((await refunds.get(path(order.id))).status).toBe(200)
      const tell = async (order: PaidOrder) => {
        const event = eventsOf(stripe)
          .filter(
            ({ type, data }) =>
              type.startsWith("refund.") &&
              Reflect.get(data.object, "payment_intent") ===
                order.payments[0]?.payment_intent
          )
          .at(-1)
        const { status } = await send(
          api,
          JSON.stringify({ ...event, id: `evt_${Math.random()}` }),
          { door: DOORS.ours }
        )
        expect(status).toBe(200)
      }
      const uses: Record<string, (order: PaidOrder) => Promise<unknown>> = {
        "the preview of a refund": (order) =>
          refunds.preview(order.id, {
            items: [{ item_id: order.items[0]?.id, quantity: 1 }],
          }),
        "Medusa's order": get((id) => `/admin/orders/${id}`),
        "the refunds of an order": get((id) => `/admin/orders/${id}/refunds`),
        "what a customer sees": async (order) => {
          const { status } = await store.refundsOf(order.id, customer.token)
          expect(status).toBe(200)
        },
        "what a customer has seen already": async (order) => {
          const { status } = await store.refundsOf(
            order.id,
            customer.token,
            seen.get(order)
          )
          expect(status).toBe(304)
        },
        "all refunds of a customer": async () => {
          const { status } = await store.refunds(customer.token)
          expect(status).toBe(200)
        },
        "an event that says what is known": tell,
        "a refund": refund,
      }

      /** With all that it sets off. */
      const count = (name: string, act: () => Promise<unknown>) =>
        countStatements(
          getContainer(),
          async () => {
            await act()
            await storeIsQuiet(getContainer())
          },
          ({ sql }) => log && appendFileSync(log, `${name}: ${sql}\n`)
        )

      it.each(
        Object.keys(uses).flatMap((use) =>
          Object.keys(orders).map((size) => [use, size] as const)
        )
      )("%s, %s", async (use, size) => {
        const order: PaidOrder = Reflect.get(orders, size)()
        const name = `${use}, ${size}`
        const counted = await count(name, async () => uses[use]?.(order))
        expect([name, counted]).toEqual([name, Reflect.get(allowed, name)])
      })

      it("each minute, with nothing to do", async () => {
        const name = "the jobs of a minute, with nothing to do"
        const minute = async () => {
          for (const job of JOBS) {
            await job(getContainer())
          }
        }
        // The first one may find that a reconciliation is due.
        await minute()
        const counted = await count(name, minute)
        expect([name, counted]).toEqual([name, Reflect.get(allowed, name)])
      })
    })
  },
})
