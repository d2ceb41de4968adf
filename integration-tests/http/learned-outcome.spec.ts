import { MathBN } from "@medusajs/framework/utils"
import finishOrderRefundsJob from "../../src/jobs/finish-order-refunds"
import type { OrderRefundDTO } from "../../src/types"
import { startReconciliation } from "../../src/workers/reconciliation"
import { readBooks } from "../support/books"
import { onlyDate } from "../support/only-date"
import type { PaidOrder, PaymentRecipe } from "../support/paid-order"
import { SHIPPING, SHIRTS } from "../support/recipes"
import { check } from "../support/refund-checks"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import {
  openStockedStore,
  type StockedProduct,
  type StockedStore,
} from "../support/stocked-store"
import { deliverAll } from "../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

const HOUR = 60 * 60 * 1000

/** What becomes of a refund at Stripe, step by step. */
type Step = "fails" | "is canceled" | "waits for the customer"

type Scenario = {
  steps: Step[]
  restock?: "none" | "cancel" | "return"
  payments?: 1 | 2
}

/** Everything by which the store can learn of an outcome. */
const LEARNERS = [
  "the job",
  "the event",
  "a reconciliation",
  "the doctor",
] as const
type Learner = (typeof LEARNERS)[number]

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("an outcome whose answer was lost", () => {
      let refunds: RefundsApi
      let store: StockedStore
      let shirt: StockedProduct

      beforeEach(async () => {
        stripe.control.reset()
        refunds = await refundsApi(api, getContainer())
        store = await openStockedStore(getContainer())
        shirt = await store.stock("Shirt", 100)
      })

      /** Three shirts and the shipping costs, in one payment or two. */
      async function buy({ restock, payments = 1 }: Scenario) {
        const paid: PaymentRecipe[] =
          payments === 1
            ? [{ amount: 65.4143 }]
            : [{ amount: 10 }, { amount: 55.4143 }]
        const order = await store.order(
          stripe,
          {
            currency_code: "eur",
            items: [{ ...SHIRTS, variant_id: shirt.variant_id }],
            shipping_methods: [SHIPPING],
          },
          paid
        )
        if (restock === "return") {
          await store.ship(order, [{ id: itemOf(order), quantity: 3 }])
        }
        return order
      }
      const itemOf = (order: PaidOrder) => String(order.items[0]?.id)
      const refundsOf = (order: PaidOrder) =>
        stripe.control
          .snapshot()
          .refunds.filter(({ charge }) =>
            order.payments.some((each) => each.charge === charge)
          )

      /** One shirt of 19.82 is refunded; `lost`: every answer of Stripe is. */
      async function refundOne(
        order: PaidOrder,
        { restock = "none" }: Scenario,
        lost: boolean
      ) {
        if (lost) {
          stripe.control.addFault({
            method: "POST",
            path: "/v1/refunds",
            // As lost as by a timeout, without its seconds of waiting.
            effect: "reset_after",
            times: 10,
          })
        }
        const { status, data } = await refunds.create(order.id, {
          items: [{ item_id: itemOf(order), quantity: 1, restock }],
        })
        stripe.control.clearFaults()
        expect([status, data.message]).toEqual([lost ? 202 : 200, undefined])
        return data.order_refund
      }

      function live(order: PaidOrder, step: Step) {
        for (const { id } of refundsOf(order)) {
          if (step === "fails") {
            stripe.control.failRefund(id)
          } else if (step === "is canceled") {
            stripe.control.cancelRefundInDashboard(id)
          } else {
            stripe.control.requireAction(id)
          }
        }
      }

      async function learn(by: Learner): Promise<void> {
        const container = getContainer()
        // What is younger than a minute may still be under way.
        const restore = onlyDate(Date.now() + HOUR)
        try {
          switch (by) {
            case "the job":
              await finishOrderRefundsJob(container)
              return
            case "a reconciliation": {
              const { done } = await startReconciliation(container, {
                trigger: "manual",
                started_by: null,
              })
              await done
              return
            }
            case "the doctor":
              await check(container, { repair: true })
              return
            case "the event":
              restore()
              await deliverAll(container, stripe, api)
          }
        } finally {
          restore()
        }
      }

      /** What everybody sees of it. */
      async function picture(order: PaidOrder) {
        const { summary, order_refunds, items } = await refunds.overview(
          order.id
        )
        return {
          summary,
          items,
          books: await readBooks(getContainer(), stripe, order),
          refunds: order_refunds.map((refund) => ({
            status: refund.status,
            failed_amount: refund.failed_amount,
            actions: refund.actions,
            transactions: refund.transactions.map((each) => each.status),
          })),
        }
      }
      /** Less than a cent stays as a credit line where a refund was settled once. */
      const inCents = (amount: string) =>
        MathBN.convert(amount).dp(2).plus(0).toFixed(2)
      const withoutIds = (seen: Awaited<ReturnType<typeof picture>>) => ({
        ...seen,
        items: seen.items.map((item) => ({ ...item, item_id: "" })),
        books: {
          ...seen.books,
          credit_lines: inCents(seen.books.credit_lines),
          pending_difference: inCents(seen.books.pending_difference),
        },
      })

      /** The same where no answer was lost, and events came at once. */
      async function reference(scenario: Scenario) {
        const order = await buy(scenario)
        await refundOne(order, scenario, false)
        for (const step of scenario.steps) {
          live(order, step)
          await learn("the event")
        }
        return withoutIds(await picture(order))
      }

      const act = (refund: OrderRefundDTO, action: string, body = {}) =>
        refunds.post<{ order_refund: OrderRefundDTO }>(
          `/admin/order-refunds/${refund.id}/${action}`,
          body
        )

      it.each<[string, Scenario]>([
        ["failed", { steps: ["fails"] }],
        ["failed, of two payments", { steps: ["fails"], payments: 2 }],
        [
          "failed, goods off the order",
          { steps: ["fails"], restock: "cancel" },
        ],
        ["was cancelled", { steps: ["is canceled"] }],
        ["waited and failed", { steps: ["waits for the customer", "fails"] }],
      ])(
        "is the same whoever learns first, and when: it %s",
        async (_, scenario) => {
          const expected = await reference(scenario)
          for (const first of LEARNERS) {
            // Learned once after so many steps, and by everybody at the end.
            for (let known = 1; known <= scenario.steps.length; known++) {
              const order = await buy(scenario)
              const refund = await refundOne(order, scenario, true)
              for (const [at, step] of scenario.steps.entries()) {
                await (at === known && learn(first))
                live(order, step)
              }
              await learn(first)
              for (const by of LEARNERS) {
                await learn(by)
              }
              const story = `${first}, after ${known} steps`
              expect([story, withoutIds(await picture(order))]).toEqual([
                story,
                expected,
              ])
              expect([
                story,
                await check(getContainer(), { order_id: order.id }),
              ]).toEqual([story, []])
              if (expected.refunds[0]?.actions.includes("retry")) {
                const again = await act(refund, "retry")
                expect([story, again.status, again.data.message]).toEqual([
                  story,
                  200,
                  undefined,
                ])
                expect(await picture(order)).toMatchObject({
                  summary: { failed: "0.00", refunded: "19.82" },
                  books: { pending_difference: "0", stripe_minor: 1982 },
                })
              }
            }
          }
        },
        180_000
      )

      it("that failed can be retried, settled or withdrawn before the job has come", async () => {
        for (const [action, body] of [
          ["retry", {}],
          ["settle", { reference: "Bank transfer 4711" }],
          ["withdraw", {}],
        ] as const) {
          const scenario: Scenario = { steps: ["fails"] }
          const order = await buy(scenario)
          const refund = await refundOne(order, scenario, true)
          expect((await act(refund, "retry")).status).toBe(409)
          live(order, "fails")
          await learn("the event")
          const { status, data } = await act(refund, action, body)
          expect([action, status, data.message]).toEqual([
            action,
            200,
            undefined,
          ])
          expect(await picture(order)).toMatchObject({
            summary: { failed: "0.00", reserved: "0.00" },
            books: { pending_difference: "0" },
          })
          expect(await check(getContainer(), { order_id: order.id })).toEqual(
            []
          )
        }
      })
    })
  },
})
