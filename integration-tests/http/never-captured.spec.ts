import { capturePaymentWorkflow } from "@medusajs/core-flows"
import Stripe from "stripe"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import type { AdminOrderRefundDetailResponse } from "../../src/types"
import { startReconciliation } from "../../src/workers/reconciliation"
import { readOrderRefundState } from "../../src/workflows/common/read-order-state"
import { writeBooksSafely } from "../../src/workflows/order-books/write-books-safely"
import { importedRefund } from "../../src/workflows/stripe-sync/lib/imported-refund"
import { readBooks } from "../support/books"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { check, codesOf } from "../support/refund-checks"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import { deliverAll } from "../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

/** The version that Medusa's own provider sends. */
const OLD_VERSION = "2024-04-10"

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
    })

    const service = () =>
      getContainer().resolve<RefundsModuleService>(REFUNDS_MODULE)
    const authorize = (quantity: number, unit_price: number) =>
      createPaidOrder(
        getContainer(),
        stripe,
        {
          currency_code: "eur",
          items: [{ title: "Shirt", quantity, unit_price }],
        },
        [{ amount: quantity * unit_price, capture: false }]
      )
    const books = (order: PaidOrder) => readBooks(getContainer(), stripe, order)
    const delivered = () => deliverAll(getContainer(), stripe, api)
    const cancel = (order: PaidOrder) =>
      refunds.post(`/admin/orders/${order.id}/cancel`, {})
    const intentOf = (order: PaidOrder) =>
      String(order.payments[0]?.payment_intent)
    const inDashboard = (order: PaidOrder, amount: number) =>
      stripe.control.refundInDashboard({
        payment_intent: intentOf(order),
        amount,
      })
    const reconcile = async () => {
      const { reconciliation, done } = await startReconciliation(
        getContainer(),
        { trigger: "manual", started_by: null }
      )
      await done
      return service().retrieveRefundsReconciliation(reconciliation.id)
    }
    /** Captures less, as a provider with an old API version does. */
    const captureLess = async (order: PaidOrder, amount: number) => {
      const old = new Stripe(stripe.apiKey, {
        apiVersion: OLD_VERSION as never,
        host: stripe.host,
        port: stripe.port,
        protocol: "http",
      })
      await old.paymentIntents.capture(intentOf(order), {
        amount_to_capture: amount * 100,
      })
      await capturePaymentWorkflow(getContainer()).run({
        input: { payment_id: String(order.payments[0]?.id), amount },
      })
    }
    const voids = (order: PaidOrder) =>
      stripe.control
        .snapshot()
        .refunds.filter(({ charge }) => charge === order.payments[0]?.charge)

    /** Nobody's books say anything of a refund. */
    const expectNothingRefunded = async (
      order: PaidOrder,
      payment_status: string
    ) => {
      const { summary } = await refunds.overview(order.id)
      expect(summary).toMatchObject({ captured: "0.00", refunded: "0.00" })
      expect(await books(order)).toMatchObject({
        payment_status,
        refund_rows: "0",
        refunded_amount: "0",
        order_transactions: "0",
        credit_lines: "0",
      })
    }

    describe("an authorisation that was let go is no refund", () => {
      it("when the order is cancelled before capture (B08)", async () => {
        const order = await authorize(2, 30)
        expect((await cancel(order)).status).toBe(200)
        expect(voids(order)).toMatchObject([{ amount: 6000 }])
        await delivered()
        await expectNothingRefunded(order, "canceled")
        expect((await refunds.overview(order.id)).order_refunds).toEqual([])
        expect(await reconcile()).toMatchObject({ imported: 0, drift: 0 })
        expect(await check(getContainer())).toEqual([])
      })

      it("when it expires", async () => {
        const order = await authorize(2, 30)
        stripe.control.expireAuthorization(intentOf(order))
        expect(voids(order)).toMatchObject([
          { amount: 6000, reason: "expired_uncaptured_charge" },
        ])
        await delivered()
        await reconcile()
        await expectNothingRefunded(order, "authorized")
        expect((await refunds.overview(order.id)).order_refunds).toEqual([])
      })

      it("when Medusa's order edit voids it", async () => {
        const order = await authorize(2, 30)
        const { data } = await refunds.post<{ order_change: { id: string } }>(
          "/admin/order-edits",
          { order_id: order.id }
        )
        expect(data.order_change.id).toBeTruthy()
        await refunds.post(
          `/admin/order-edits/${order.id}/items/item/${order.items[0]?.id}`,
          { quantity: 1 }
        )
        const { status } = await refunds.post(
          `/admin/order-edits/${order.id}/confirm`,
          {}
        )
        expect(status).toBe(200)
        expect(voids(order)).toMatchObject([{ amount: 6000 }])
        await delivered()
        await reconcile()
        await expectNothingRefunded(order, "not_paid")
      })

      it("when less is captured: only what follows gave money back", async () => {
        const order = await authorize(5, 20)
        await captureLess(order, 80)
        expect(voids(order)).toMatchObject([{ amount: 2000 }])
        await delivered()
        await reconcile()
        const before = await refunds.overview(order.id)
        expect(before.order_refunds).toEqual([])
        expect(before.summary).toMatchObject({
          captured: "80.00",
          refunded: "0.00",
          refundable: "80.00",
        })
        inDashboard(order, 2000)
        await delivered()
        const after = await refunds.overview(order.id)
        expect(after.order_refunds).toMatchObject([
          { source: "stripe", amount: "20.00" },
        ])
        expect(after.summary).toMatchObject({
          refunded: "20.00",
          refundable: "60.00",
        })
        inDashboard(order, 6000)
        await reconcile()
        expect((await refunds.overview(order.id)).summary).toMatchObject({
          refunded: "80.00",
          refundable: "0.00",
        })
        expect(await books(order)).toMatchObject({
          refund_rows: "80",
          order_transactions: "-80",
          stripe_minor: 10_000,
        })
        expect(await check(getContainer())).toEqual([])
      })
    })

    it("a refund of as much as was never captured is one where a new version captured", async () => {
      const order = await authorize(2, 50)
      await stripe.client.paymentIntents.capture(intentOf(order), {
        amount_to_capture: 5000,
      })
      await capturePaymentWorkflow(getContainer()).run({
        input: { payment_id: String(order.payments[0]?.id), amount: 50 },
      })
      expect(voids(order)).toEqual([])
      inDashboard(order, 5000)
      await reconcile()
      expect((await refunds.overview(order.id)).summary).toMatchObject({
        captured: "50.00",
        refunded: "50.00",
        refundable: "0.00",
      })
    })

    describe("a store that booked such a refund before", () => {
      /** Writes what the version before wrote when it heard of a void. */
      const bookAsRefund = async (order: PaidOrder) => {
        const [refund] = voids(order)
        const state = await readOrderRefundState(getContainer(), order.id)
        const [payment] = state.order.payments
        if (!refund || !payment) {
          throw new Error("There is nothing to book.")
        }
        const imported = await importedRefund(getContainer(), state, {
          refund: {
            id: refund.id,
            minor_amount: BigInt(refund.amount),
            created: refund.created,
            outcome: {
              kind: "accepted",
              status: "succeeded",
              stripe_refund_id: refund.id,
            },
          },
          payment,
          native: null,
          actor: "stripe",
        })
        await service().outsideRefunds.record(imported)
        const { id } = imported.order_refund
        const record = await service().orderRefunds.find({ id })
        if (!record) {
          throw new Error("Nothing was booked.")
        }
        expect(await writeBooksSafely(getContainer(), record, "stripe")).toBe(
          true
        )
        return id
      }
      const expectBooked = async (order: PaidOrder, amount: string) => {
        expect(await books(order)).toMatchObject({
          refund_rows: amount,
          refunded_amount: amount,
          order_transactions: `-${amount}`,
          credit_lines: amount,
        })
      }
      const expectTakenBack = async (id: string) => {
        const { data } = await refunds.get<AdminOrderRefundDetailResponse>(
          `/admin/order-refunds/${id}`
        )
        expect(data.order_refund).toMatchObject({
          status: "canceled",
          transactions: [
            { status: "canceled", failure_code: "never_captured" },
          ],
        })
        expect(
          data.order_refund.audit_trail.map(({ action }) => action)
        ).toEqual(expect.arrayContaining(["imported", "withdrawn"]))
      }

      it("on a cancelled order: the doctor finds it and takes it out of the books", async () => {
        const order = await authorize(2, 30)
        await cancel(order)
        const pending = (await books(order)).pending_difference
        const id = await bookAsRefund(order)
        await expectBooked(order, "60")
        const found = await check(getContainer())
        expect(codesOf(found)).toContain("refund_never_captured")
        expect(
          found.find(({ code }) => code === "refund_never_captured")
        ).toMatchObject({ severity: "error", repairable: true })
        const repaired = await check(getContainer(), { repair: true })
        expect(repaired.filter((each) => !each.repaired)).toEqual([])
        await expectNothingRefunded(order, "canceled")
        expect((await books(order)).pending_difference).toBe(pending)
        await expectTakenBack(id)
        expect(await check(getContainer())).toEqual([])
        await delivered()
        await reconcile()
        await expectNothingRefunded(order, "canceled")
        expect(await check(getContainer())).toEqual([])
      })

      it("on an order that goes on: the reconciliation does", async () => {
        const order = await authorize(2, 30)
        stripe.control.expireAuthorization(intentOf(order))
        const pending = (await books(order)).pending_difference
        const id = await bookAsRefund(order)
        await expectBooked(order, "60")
        expect(await reconcile()).toMatchObject({ changed: 1, drift: 0 })
        await expectNothingRefunded(order, "authorized")
        expect((await books(order)).pending_difference).toBe(pending)
        await expectTakenBack(id)
        expect(await reconcile()).toMatchObject({ changed: 0, drift: 0 })
        expect(await check(getContainer())).toEqual([])
      })

      it("of a partial capture: an event does, and the real refund stays", async () => {
        const order = await authorize(5, 20)
        await captureLess(order, 80)
        const id = await bookAsRefund(order)
        inDashboard(order, 1000)
        await delivered()
        await expectTakenBack(id)
        const { summary } = await refunds.overview(order.id)
        expect(summary).toMatchObject({
          captured: "80.00",
          refunded: "10.00",
          refundable: "70.00",
        })
        expect(await books(order)).toMatchObject({
          refund_rows: "10",
          order_transactions: "-10",
          credit_lines: "10",
        })
        expect(await check(getContainer())).toEqual([])
      })
    })
  },
})
