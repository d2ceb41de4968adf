import { appendFileSync } from "node:fs"
import finishOrderEditsJob from "../../../src/jobs/finish-order-edits"
import finishOrderRefundsJob from "../../../src/jobs/finish-order-refunds"
import finishOrderReleasesJob from "../../../src/jobs/finish-order-releases"
import processStripeEventsJob from "../../../src/jobs/process-stripe-events"
import reconcileRefundsJob from "../../../src/jobs/reconcile-refunds"
import settleOrderBooksJob from "../../../src/jobs/settle-order-books"
import tellCustomersJob from "../../../src/jobs/tell-customers"
import { REFUNDS_MODULE } from "../../../src/modules/refunds"
import { startReconciliation } from "../../../src/workers/reconciliation"
import { countStatements, type Statement } from "../../support/count-statements"
import {
  createCustomer,
  type Customer,
  storefront,
  type Storefront,
} from "../../support/customer"
import { openLargeStore, type LargeStore } from "../../support/large-store"
import { createPaidOrder, type PaidOrder } from "../../support/paid-order"
import { readPlan } from "../../support/read-plan"
import { check } from "../../support/refund-checks"
import { type RefundsApi, refundsApi } from "../../support/refunds-api"
import { storeIsQuiet } from "../../support/store-is-quiet"
import { eventsOf, send } from "../../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"

/** `PLANS_ROWS=100000 npm run test:http -- query-plans` has more of everything. */
const REFUNDS = Number(process.env.PLANS_ROWS ?? 20_000)
/** Of all that: whoever looks at more looks at more with every new order. */
const FEW = REFUNDS / 20
/** `PLANS_LOG=plans.txt npm run test:http -- query-plans` writes down what is read. */
const log = process.env.PLANS_LOG

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

/**
 * A use runs on a small store, which is quick; what it sends to the database is then
 * asked of a large one, which has the same tables.
 */
storeTests({
  testSuite: ({ api, getContainer }) => {
    describe(`of a store with ${REFUNDS} refunds no more is read than is needed for`, () => {
      let large: LargeStore
      let refunds: RefundsApi
      let order: PaidOrder
      let store: Storefront
      let customer: Customer

      beforeAll(async () => {
        large = await openLargeStore(`large-store-${process.pid}`, REFUNDS)
        stripe.control.reset()
        refunds = await refundsApi(api, getContainer())
        store = await storefront(api, getContainer())
        customer = await createCustomer(getContainer())
        order = await createPaidOrder(
          getContainer(),
          stripe,
          {
            currency_code: "eur",
            customer_id: customer.id,
            items: [{ title: "Mug", quantity: 9, unit_price: 10 }],
          },
          [{ amount: 90 }]
        )
      })
      afterAll(() => large.close())

      const get = (path: string) => async () =>
        expect([path, (await refunds.get(path)).status]).toEqual([path, 200])
      const list = (query: string) => get(`/admin/order-refunds?${query}`)
      const refund = async () => {
        const { status, data } = await refunds.create(order.id, {
          items: [{ item_id: order.items[0]?.id, quantity: 1 }],
        })
        expect(status).toBe(200)
        return data.order_refund.id
      }
      const inDashboard = (payment_intent: unknown) =>
        stripe.control.refundInDashboard({
          payment_intent: String(payment_intent),
          amount: 100,
        })
      const ofOurs = () => inDashboard(order.payments[0]?.payment_intent)
      const ofAnotherShop = () =>
        inDashboard(
          stripe.control.createPaidPaymentIntent({
            amount: 5000,
            currency: "usd",
          }).payment_intent?.id
        )
      const tell = async () => {
        for (const event of eventsOf(stripe)) {
          await send(api, JSON.stringify(event))
        }
      }

      const uses: Record<string, () => Promise<unknown>> = {
        "the job finish-order-edits": () => finishOrderEditsJob(getContainer()),
        "the job finish-order-refunds": () =>
          finishOrderRefundsJob(getContainer()),
        "the job finish-order-releases": () =>
          finishOrderReleasesJob(getContainer()),
        "the job process-stripe-events": () =>
          processStripeEventsJob(getContainer()),
        "the job reconcile-refunds": () => {
          // In a process that has just started.
          const service: object = getContainer().resolve(REFUNDS_MODULE)
          Object.assign(service, { lastReconciled: null })
          return reconcileRefundsJob(getContainer())
        },
        "the job settle-order-books": () => settleOrderBooksJob(getContainer()),
        "the job tell-customers": () => tellCustomersJob(getContainer()),
        "refunds, newest first": list("limit=20"),
        "refunds by status": list("status=failed"),
        "refunds by source": list("source=stripe"),
        "refunds by reason": list("refund_reason_id=refr_3"),
        "refunds by a reason that nobody gave": list("refund_reason_id=refr_x"),
        "refunds by number": list("order=display_id"),
        "refunds by number, last first": list("order=-display_id"),
        "refunds by number, after one of them": list(
          `order=-display_id&display_id[$lt]=${REFUNDS / 10}&with_count=false`
        ),
        "refunds in the order of their status": list("order=status"),
        "refunds in the order of their status, last first":
          list("order=-status"),
        "refunds of a week": list(
          "created_at[$gte]=2026-06-01&created_at[$lt]=2026-06-08"
        ),
        "refunds by words of a note": list("q=broken"),
        "a refund by its number": list("q=777"),
        "a refund by Stripe's id": list("q=re_777"),
        "events of Stripe": get("/admin/stripe-events"),
        "failed events of Stripe": get("/admin/stripe-events?status=failed"),
        reconciliations: get("/admin/refund-reconciliations"),
        "the preview of a refund": () =>
          refunds.preview(order.id, { items: "all" }),
        "the refunds of an order": () =>
          get(`/admin/orders/${order.id}/refunds`)(),
        "the refunds of a customer's order": async () => {
          const { status } = await store.refundsOf(order.id, customer.token)
          expect(status).toBe(200)
        },
        "all refunds of a customer": async () => {
          const { status } = await store.refunds(customer.token)
          expect(status).toBe(200)
        },
        "the edits of an order": () => get(`/admin/orders/${order.id}/edits`)(),
        "the releases of an order": () =>
          get(`/admin/orders/${order.id}/release`)(),
        "a refund, and its trail": async () =>
          get(`/admin/order-refunds/${await refund()}`)(),
        "a refund that Stripe tells of": async () => {
          ofOurs()
          await tell()
        },
        "a refund of another shop that Stripe tells of": async () => {
          ofAnotherShop()
          await tell()
        },
        "a reconciliation": async () => {
          await refund()
          ofOurs()
          ofAnotherShop()
          const { done } = await startReconciliation(getContainer(), {
            trigger: "manual",
            started_by: null,
          })
          await done
        },
        "a check of the books": () => check(getContainer()),
      }

      const sentBy = async (act: () => Promise<unknown>) => {
        const statements: Statement[] = []
        await countStatements(
          getContainer(),
          async () => {
            await act()
            await storeIsQuiet(getContainer())
          },
          (statement) => statements.push(statement)
        )
        return statements
      }
      /** What the large store would read too much for these. */
      const tooMuchOf = async (use: string, statements: Statement[]) => {
        const tooMuch: string[] = []
        for (const { sql, values } of statements.filter(isExplained)) {
          const plan = await large.explain(numbered(sql), values)
          const { steps, scanned, rows, ms } = readPlan(plan, large)
          const told = `${rows} rows, ${ms.toFixed(1)} ms: ${steps.join("; ")}\n  ${sql.replace(/\s+/g, " ")}`
          if (log && steps.length) {
            appendFileSync(log, `${use}: ${told}\n`)
          }
          if (scanned.length || (rows > FEW && !isCount(sql))) {
            tooMuch.push(told)
          }
        }
        return tooMuch
      }

      it.each(Object.keys(uses))("%s", async (use) => {
        const statements = await sentBy(async () => uses[use]?.())
        expect(statements).not.toEqual([])
        expect(await tooMuchOf(use, statements)).toEqual([])
      })

      it.each([10, 200])(
        "all refunds of a customer with %i orders",
        async (many) => {
          const sent = await sentBy(() => store.refunds(customer.token))
          const theirs = `{${(await large.someOrders(many)).join()}}`
          const statements = sent.map(({ sql, values }) => ({
            sql,
            values: values.map((value) =>
              String(value).includes(order.id) ? theirs : value
            ),
          }))
          expect(JSON.stringify(statements)).toContain(theirs)
          const use = `all refunds of a customer with ${many} orders`
          expect(await tooMuchOf(use, statements)).toEqual([])
        }
      )
    })
  },
})

/** Not one that only opens or ends a transaction. */
const isExplained = ({ sql }: Statement): boolean =>
  /^\s*(select|insert|update|delete|with)\b/i.test(sql)

/** Whoever wants to know how many there are lets all be counted, in an index. */
const isCount = (sql: string): boolean => /^\s*select count/i.test(sql)

/** Knex numbers the values when it sends them. */
const numbered = (sql: string): string => {
  let number = 0
  return sql.replace(/\?/g, () => `$${++number}`)
}
