import { Modules } from "@medusajs/framework/utils"
import { setTimeout as wait } from "node:timers/promises"
import reconcileRefundsJob from "../../src/jobs/reconcile-refunds"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import type {
  AdminRefundReconciliationListResponse,
  AdminRefundReconciliationResponse,
} from "../../src/types"
import { startReconciliation } from "../../src/workers/reconciliation"
import { readBooks } from "../support/books"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

const DAY = 24 * 60 * 60 * 1000
const PATH = "/admin/refund-reconciliations"

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("a reconciliation", () => {
      let refunds: RefundsApi
      let order: PaidOrder

      const service = () =>
        getContainer().resolve<RefundsModuleService>(REFUNDS_MODULE)
      const books = () => readBooks(getContainer(), stripe, order)
      const history = async () =>
        (await refunds.overview(order.id)).order_refunds
      const report = (id: string) =>
        refunds.get<AdminRefundReconciliationResponse>(`${PATH}/${id}`)

      /** Starts one by hand and waits for its end. */
      async function reconcile() {
        const { status, data } =
          await refunds.post<AdminRefundReconciliationResponse>(PATH, {})
        expect(status).toBe(202)
        for (let attempt = 0; attempt < 200; attempt++) {
          const { data: now } = await report(data.refund_reconciliation.id)
          if (now.refund_reconciliation.status !== "running") {
            return now.refund_reconciliation
          }
          await wait(50)
        }
        throw new Error("The reconciliation did not end.")
      }
      const inDashboard = (amount: number) =>
        stripe.control.refundInDashboard({
          payment_intent: String(order.payments[0]?.payment_intent),
          amount,
        })

      beforeEach(async () => {
        stripe.control.reset()
        refunds = await refundsApi(api, getContainer())
        order = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL },
        ])
      })

      it("finds a refund that no event told of, and reports it", async () => {
        inDashboard(2500)
        const ended = await reconcile()
        expect(ended).toMatchObject({
          status: "completed",
          trigger: "manual",
          started_by: refunds.admin.user_id,
          imported: 1,
          drift: 0,
          entries: [{ kind: "imported", order_id: order.id }],
        })
        expect(await history()).toMatchObject([
          { source: "stripe", amount: "25.00" },
        ])
        expect(await books()).toMatchObject({
          pending_difference: "0",
          refund_rows: "25",
          stripe_minor: 2500,
        })
      })

      it("counts and lists refunds that belong to no order of the store", async () => {
        const unlinked = stripe.control.refundWithoutPayment(1200, "eur")
        const elsewhere = stripe.control.createPaidPaymentIntent({
          amount: 5000,
          currency: "usd",
        })
        const theirs = stripe.control.refundInDashboard({
          payment_intent: String(elsewhere.payment_intent?.id),
          amount: 1999,
        })
        inDashboard(2500)
        const ended = await reconcile()
        expect(ended).toMatchObject({
          refunds_read: 3,
          imported: 1,
          drift: 0,
          unmatched: 2,
          unmatched_refunds: [
            {
              id: theirs.id,
              amount: "19.99",
              currency_code: "usd",
              status: "succeeded",
              payment_intent: elsewhere.payment_intent?.id,
              created_at: new Date(theirs.created * 1000).toISOString(),
            },
            {
              id: unlinked.id,
              amount: "12.00",
              currency_code: "eur",
              payment_intent: null,
              charge: null,
            },
          ],
        })
        expect(ended.entries).toMatchObject([{ kind: "imported" }])
        expect(await reconcile()).toMatchObject({ unmatched: 2, drift: 0 })
      })

      it("changes nothing the second time, and reads no payment again", async () => {
        inDashboard(2500)
        await reconcile()
        const before = await books()
        const second = await reconcile()
        expect(second).toMatchObject({
          refunds_read: 1,
          payments_read: 0,
          imported: 0,
          changed: 0,
          drift: 0,
          entries: [],
        })
        expect(await books()).toEqual(before)
      })

      it("finds a failure, a reference and a dispute that no event told of", async () => {
        const { data } = await refunds.create(order.id, { shipping: "all" })
        const id = String(data.order_refund.transactions[0]?.stripe_refund_id)
        stripe.control.setReference(id, "7453")
        expect((await reconcile()).changed).toBe(1)
        expect((await history())[0]?.transactions[0]?.reference).toBe("7453")
        stripe.control.failRefund(id)
        stripe.control.openDispute({
          payment_intent: String(order.payments[0]?.payment_intent),
        })
        const ended = await reconcile()
        expect(ended.changed).toBe(2)
        expect((await history())[0]).toMatchObject({ status: "failed" })
        const { payments } = await refunds.overview(order.id)
        expect(payments[0]?.dispute?.status).toBe("needs_response")
        stripe.control.winDispute(String(payments[0]?.dispute?.id))
        await reconcile()
        const after = await refunds.overview(order.id)
        expect(after.payments[0]).toMatchObject({
          refundable: true,
          dispute: { status: "won" },
        })
      })

      it("reads a refund that waits, however old it is", async () => {
        order = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL, payment_method: "pm_card_pendingRefund" },
        ])
        const { data } = await refunds.create(order.id, { shipping: "all" })
        const id = String(data.order_refund.transactions[0]?.stripe_refund_id)
        stripe.control.settleRefund(id)
        const { done } = await startReconciliation(
          getContainer(),
          { trigger: "schedule", started_by: null },
          new Date(Date.now() + 60 * DAY)
        )
        await done
        expect((await history())[0]).toMatchObject({ status: "succeeded" })
      })

      it("reports what it cannot mend: a row of Medusa that Stripe knows nothing of", async () => {
        await getContainer()
          .resolve<CreateRefunds>(Modules.PAYMENT)
          .createRefunds([
            {
              id: "ref_phantom",
              payment_id: order.payments[0]?.id,
              amount: 5,
              // Younger, it could be one that Medusa is just asking Stripe for.
              created_at: new Date(Date.now() - 2 * 60_000),
            },
          ])
        const ended = await reconcile()
        expect(ended.drift).toBeGreaterThan(0)
        expect(ended.entries[0]).toMatchObject({
          kind: "drift",
          order_id: order.id,
          message: expect.stringContaining(
            `Medusa says that EUR 5.00 of ${order.payments[0]?.id} were given back (ref_phantom), but Stripe has no such refund.`
          ),
        })
      })

      it("goes on with the others when one payment cannot be read", async () => {
        inDashboard(1000)
        const other = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL },
        ])
        stripe.control.refundInDashboard({
          payment_intent: String(other.payments[0]?.payment_intent),
          amount: 1000,
        })
        stripe.control.addFault({
          method: "GET",
          path: /\/v1\/refunds/,
          // The first lists the account's, the second those of a payment.
          nth: 2,
          effect: "500_unsaved",
          times: 2,
        })
        const ended = await reconcile()
        expect(ended).toMatchObject({ status: "completed", imported: 1 })
        expect(ended.entries[0]?.message).toContain("could not be compared")
        stripe.control.clearFaults()
        expect(await reconcile()).toMatchObject({ imported: 1, drift: 0 })
      })

      it("waits when Stripe says that it is too fast, and goes on", async () => {
        inDashboard(1000)
        stripe.control.addFault({
          method: "GET",
          path: "/v1/refunds",
          effect: "429",
          times: 2,
        })
        expect(await reconcile()).toMatchObject({
          status: "completed",
          imported: 1,
        })
      })

      it("ends as failed when Stripe cannot be reached, and the next one makes up for it", async () => {
        inDashboard(1000)
        stripe.control.addFault({
          method: "GET",
          path: "/v1/refunds",
          effect: "500_unsaved",
          times: 100,
        })
        const failed = await reconcile()
        expect(failed.status).toBe("failed")
        expect(failed.error).toBeTruthy()
        stripe.control.clearFaults()
        expect((await reconcile()).imported).toBe(1)
      })

      it("runs once at a time, however often it is asked for", async () => {
        for (let count = 0; count < 5; count++) {
          inDashboard(100)
        }
        const answers = await Promise.all(
          [1, 2, 3].map(() =>
            refunds.post<AdminRefundReconciliationResponse>(PATH, {})
          )
        )
        const ids = answers.map(({ data }) => data.refund_reconciliation.id)
        expect(new Set(ids).size).toBe(1)
        await reconcile()
        expect(await history()).toHaveLength(5)
      })

      it("whose process died is ended, and another one starts", async () => {
        const now = new Date()
        const dead = await service().reconciliations.start({
          trigger: "manual",
          started_by: null,
          now: new Date(now.getTime() - DAY),
          deadBefore: new Date(0),
        })
        const ended = await reconcile()
        expect(ended.id).not.toBe(dead.reconciliation.id)
        const { data } = await report(dead.reconciliation.id)
        expect(data.refund_reconciliation).toMatchObject({
          status: "failed",
          error: "The process that ran it has gone.",
        })
      })

      it("is listed, newest first", async () => {
        const first = await reconcile()
        const second = await reconcile()
        const { data } =
          await refunds.get<AdminRefundReconciliationListResponse>(PATH)
        expect(data.count).toBe(2)
        expect(data.refund_reconciliations.map(({ id }) => id)).toEqual([
          second.id,
          first.id,
        ])
        expect((await refunds.get(`${PATH}/refrec_none`)).status).toBe(404)
      })

      it("is started by its schedule, and not before", async () => {
        const { reconciliation } = service().options
        const schedule = jest.replaceProperty(
          reconciliation,
          "schedule",
          "0 0 * * *"
        )
        await startReconciliation(
          getContainer(),
          { trigger: "schedule", started_by: null },
          new Date(Date.now() - 2 * 24 * 60 * 60 * 1000)
        ).then(({ done }) => done)
        // A process that has just started.
        Object.assign(service(), { lastReconciled: null })
        inDashboard(100)
        await reconcileRefundsJob(getContainer())
        expect(await history()).toHaveLength(1)
        inDashboard(100)
        await reconcileRefundsJob(getContainer())
        expect(await history()).toHaveLength(1)
        schedule.restore()
      })
    })
  },
})

type CreateRefunds = { createRefunds(rows: object[]): Promise<unknown> }
