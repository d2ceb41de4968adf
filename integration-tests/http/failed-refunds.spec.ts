import { Modules } from "@medusajs/framework/utils"
import type {
  AdminOrderRefundDetailResponse,
  OrderRefundDTO,
} from "../../src/types"
import { readBooks } from "../support/books"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import { deliverAll } from "../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

const WEEK = 7 * 24 * 60 * 60 * 1000

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("a refund that succeeded and failed a week later", () => {
      let refunds: RefundsApi
      let order: PaidOrder
      let refund: OrderRefundDTO

      const books = () => readBooks(getContainer(), stripe, order)
      const delivered = () => deliverAll(getContainer(), stripe, api)
      const act = (action: string, body: object = {}) =>
        refunds.post<{ order_refund: OrderRefundDTO }>(
          `/admin/order-refunds/${refund.id}/${action}`,
          body
        )
      const now = async () => (await refunds.overview(order.id)).order_refunds
      const cap = () => order.items[1]?.id ?? ""

      beforeEach(async () => {
        stripe.control.reset()
        refunds = await refundsApi(api, getContainer())
        order = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL },
        ])
        const { data } = await refunds.create(order.id, {
          items: [{ item_id: cap(), quantity: 1 }],
        })
        refund = data.order_refund
        expect(refund).toMatchObject({ status: "succeeded", amount: "30.00" })
        // Another refund, so that the order has another version by then.
        await refunds.create(order.id, { shipping: "all" })
        stripe.control.advanceClock(WEEK)
        stripe.control.failRefund(
          String(refund.transactions[0]?.stripe_refund_id),
          "expired_or_canceled_card"
        )
        await delivered()
      })

      /** The shipping costs were refunded as well. */
      const SHIPPING_ONLY = {
        refunded_amount: "5.95",
        refund_rows: "5.95",
        order_transactions: "-5.95",
        stripe_minor: 595,
        active_change: false,
      }

      it("is owed by the order, and everybody is told", async () => {
        expect(await books()).toEqual({
          ...SHIPPING_ONLY,
          pending_difference: "-30",
          credit_lines: "35.95",
          payment_status: "partially_refunded",
        })
        const { summary, order_refunds, items } = await refunds.overview(
          order.id
        )
        expect(order_refunds[1]).toMatchObject({
          status: "failed",
          failed_amount: "30.00",
          actions: ["retry", "settle", "withdraw"],
          transactions: [{ failure_code: "expired_or_canceled_card" }],
        })
        expect(summary).toMatchObject({
          failed: "30.00",
          owed: "0.00",
          refunded: "5.95",
          refundable: "119.46",
        })
        expect(items.find(({ item_id }) => item_id === cap())).toMatchObject({
          refundable_quantity: 1,
        })
        const feed = await getContainer()
          .resolve(Modules.NOTIFICATION)
          .listNotifications({ channel: "feed" })
        expect(feed.map(({ data }) => data)).toMatchObject([
          { title: expect.stringMatching(/^Refund of order #\d+ failed$/) },
        ])
        const { data } = await refunds.get<AdminOrderRefundDetailResponse>(
          `/admin/order-refunds/${refund.id}`
        )
        expect(
          data.order_refund.audit_trail
            .filter(({ to_status }) => to_status)
            .map(({ to_status }) => to_status)
        ).toEqual(["processing", "submitting", "succeeded", "failed"])
      })

      it("shows on Medusa's own order summary, too", async () => {
        const detail = await getContainer()
          .resolve(Modules.ORDER)
          .retrieveOrder(order.id, { relations: ["summary"] })
        const summary = JSON.parse(JSON.stringify(detail.summary))
        expect([summary.refunded_total, summary.pending_difference]).toEqual([
          5.95, -30,
        ])
      })

      it("is sent again as a new refund at Stripe", async () => {
        const { status, data } = await act("retry")
        expect(status).toBe(200)
        expect(data.order_refund).toMatchObject({
          id: refund.id,
          status: "succeeded",
          failed_amount: "0.00",
          actions: [],
        })
        expect(data.order_refund.transactions).toHaveLength(2)
        expect(await books()).toEqual({
          pending_difference: "0",
          payment_status: "partially_refunded",
          refunded_amount: "35.95",
          refund_rows: "35.95",
          order_transactions: "-35.95",
          credit_lines: "35.95",
          stripe_minor: 3595,
          active_change: false,
        })
        const again = await act("retry")
        expect([again.status, again.data.code]).toEqual([
          409,
          "refund_not_retryable",
        ])
      })

      it("stays owed when Stripe refuses the retry", async () => {
        stripe.control.addFault({
          method: "POST",
          path: "/v1/refunds",
          effect: "decline",
        })
        const { status, data } = await act("retry")
        expect([status, data.code]).toEqual([422, "provider_declined"])
        expect((await books()).pending_difference).toBe("-30")
        expect((await now())[1]).toMatchObject({
          status: "failed",
          failed_amount: "30.00",
        })
        expect((await act("retry")).status).toBe(200)
        expect((await books()).pending_difference).toBe("0")
      })

      it("is sent once, however often retry is pressed at the same time", async () => {
        const answers = await Promise.all([
          act("retry"),
          act("retry"),
          act("retry"),
        ])
        expect(answers.map(({ status }) => status).sort()).toEqual([
          200, 409, 409,
        ])
        expect((await books()).stripe_minor).toBe(3595)
      })

      it("can be settled another way: nothing is owed, and the payment is untouched", async () => {
        const bad = await act("settle", { reference: " " })
        expect([bad.status, bad.data.code]).toEqual([400, "invalid_request"])
        const { status, data } = await act("settle", {
          reference: "SEPA 4711",
        })
        expect(status).toBe(200)
        expect(data.order_refund).toMatchObject({
          status: "succeeded",
          failed_amount: "0.00",
          actions: [],
          transactions: [
            { status: "failed" },
            { status: "succeeded", method: "other", reference: "SEPA 4711" },
          ],
        })
        expect(await books()).toEqual({
          ...SHIPPING_ONLY,
          pending_difference: "0",
          order_transactions: "-5.95",
          credit_lines: "35.95",
          payment_status: "partially_refunded",
        })
        const { summary, items } = await refunds.overview(order.id)
        expect(summary).toMatchObject({ failed: "0.00", owed: "0.00" })
        expect(items.find(({ item_id }) => item_id === cap())).toMatchObject({
          refundable_quantity: 1,
        })
      })

      it("can be withdrawn: the lines can be refunded again", async () => {
        const { status, data } = await act("withdraw")
        expect(status).toBe(200)
        expect(data.order_refund).toMatchObject({
          status: "withdrawn",
          failed_amount: "0.00",
          actions: [],
        })
        expect(await books()).toEqual({
          ...SHIPPING_ONLY,
          pending_difference: "0",
          credit_lines: "5.95",
          payment_status: "partially_refunded",
        })
        const { items } = await refunds.overview(order.id)
        expect(items.find(({ item_id }) => item_id === cap())).toMatchObject({
          refundable_quantity: 2,
        })
        await refunds.create(order.id, { items: "all" })
        expect(await books()).toMatchObject({
          pending_difference: "0",
          payment_status: "refunded",
          stripe_minor: 12541,
        })
      })

      it("is not paid by a refund of what the order owes", async () => {
        const { data } = await refunds.preview(order.id, { outstanding: true })
        expect(data.code).toBe("nothing_to_refund")
      })

      it("does not come back when the same news comes again, in any order", async () => {
        await act("withdraw")
        const before = await books()
        await delivered()
        expect(await books()).toEqual(before)
        expect((await now())[1]).toMatchObject({ status: "withdrawn" })
      })
    })

    describe("a refund that waits for the customer", () => {
      let refunds: RefundsApi
      let order: PaidOrder
      let refund: OrderRefundDTO

      beforeEach(async () => {
        stripe.control.reset()
        refunds = await refundsApi(api, getContainer())
        order = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL, payment_method: "pm_card_pendingRefund" },
        ])
        const { data } = await refunds.create(order.id, { shipping: "all" })
        refund = data.order_refund
        expect(refund.status).toBe("pending")
      })
      const id = () => String(refund.transactions[0]?.stripe_refund_id)
      const cancel = () =>
        refunds.post<{ order_refund: OrderRefundDTO }>(
          `/admin/order-refunds/${refund.id}/cancel`,
          {}
        )

      it("goes through every state that Stripe tells, to the bank's reference", async () => {
        const read = async () => {
          await deliverAll(getContainer(), stripe, api)
          const [shown] = (await refunds.overview(order.id)).order_refunds
          return [shown?.status, shown?.transactions[0]?.reference]
        }
        stripe.control.setDelays({ reference: "hold" })
        stripe.control.requireAction(id())
        expect(await read()).toEqual(["requires_action", null])
        stripe.control.settleRefund(id())
        expect(await read()).toEqual(["succeeded", null])
        stripe.control.setReference(id(), "74537604221222132710572")
        expect(await read()).toEqual(["succeeded", "74537604221222132710572"])
        stripe.control.setDelays({ reference: 0 })
      })

      it("is cancelled, and nothing is owed", async () => {
        stripe.control.requireAction(id())
        await deliverAll(getContainer(), stripe, api)
        const { status, data } = await cancel()
        expect(status).toBe(200)
        expect(data.order_refund).toMatchObject({
          status: "canceled",
          actions: [],
        })
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          pending_difference: "0",
          credit_lines: "0",
          refund_rows: "0",
          stripe_minor: 0,
        })
      })

      it("is cancelled by a second try when the answer to the first was lost", async () => {
        stripe.control.requireAction(id())
        await deliverAll(getContainer(), stripe, api)
        // Stripe refuses to cancel what is cancelled already.
        await stripe.client.refunds.cancel(id())
        const { status, data } = await cancel()
        expect(status).toBe(200)
        expect(data.order_refund).toMatchObject({
          status: "canceled",
          failed_amount: "0.00",
        })
        await deliverAll(getContainer(), stripe, api)
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          pending_difference: "0",
          credit_lines: "0",
          stripe_minor: 0,
        })
      })

      it("cannot be cancelled any more once Stripe has sent it", async () => {
        const { status, data } = await cancel()
        expect([status, data.code]).toEqual([409, "refund_not_cancelable"])
        stripe.control.requireAction(id())
        await deliverAll(getContainer(), stripe, api)
        stripe.control.settleRefund(id())
        const late = await cancel()
        expect([late.status, late.data.code]).toEqual([
          409,
          "refund_not_cancelable",
        ])
        await deliverAll(getContainer(), stripe, api)
        expect((await refunds.overview(order.id)).order_refunds).toMatchObject([
          { status: "succeeded" },
        ])
      })

      it("is owed when a colleague cancels it in the Dashboard", async () => {
        stripe.control.cancelRefundInDashboard(id())
        await deliverAll(getContainer(), stripe, api)
        const [shown] = (await refunds.overview(order.id)).order_refunds
        expect(shown).toMatchObject({
          status: "canceled",
          failed_amount: "5.95",
          actions: ["retry", "settle", "withdraw"],
        })
        const { pending_difference } = await readBooks(
          getContainer(),
          stripe,
          order
        )
        expect(pending_difference).toBe("-5.95")
      })
    })

    describe("a refund from two payments of which one part failed", () => {
      it("takes back only that part", async () => {
        stripe.control.reset()
        const refunds = await refundsApi(api, getContainer())
        const order = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: 100 },
          { amount: 25.4143 },
        ])
        const { data } = await refunds.create(order.id, {
          items: "all",
          shipping: "all",
        })
        stripe.control.failRefund(
          String(data.order_refund.transactions[1]?.stripe_refund_id)
        )
        await deliverAll(getContainer(), stripe, api)
        const path = `/admin/order-refunds/${data.order_refund.id}`
        const { data: before } = await refunds.get<{
          order_refund: OrderRefundDTO
        }>(path)
        expect(before.order_refund).toMatchObject({
          status: "partially_failed",
          failed_amount: "25.41",
        })
        const { data: after } = await refunds.post<{
          order_refund: OrderRefundDTO
        }>(`${path}/withdraw`, {})
        expect(after.order_refund).toMatchObject({
          status: "succeeded",
          amount: "100.00",
          failed_amount: "0.00",
        })
        const books = await readBooks(getContainer(), stripe, order)
        expect(books).toMatchObject({
          pending_difference: "0",
          refund_rows: "100",
          stripe_minor: 10000,
        })
        const rest = await refunds.create(order.id, {
          items: "all",
          shipping: "all",
        })
        expect(rest.data.order_refund.amount).toBe("25.41")
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          pending_difference: "0",
          payment_status: "refunded",
        })
      })
    })
  },
})
