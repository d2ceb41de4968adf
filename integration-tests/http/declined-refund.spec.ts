import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import { finishOrderRefundWorkflow } from "../../src/workflows"
import { readBooks } from "../support/books"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { check } from "../support/refund-checks"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import { deliverAll } from "../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

const DECLINE = {
  method: "POST",
  path: "/v1/refunds",
  effect: "decline",
  error: {
    status: 400,
    code: "charge_not_refundable",
    message: "This charge cannot be refunded any more.",
  },
} as const

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("a refund that Stripe declines", () => {
      let refunds: RefundsApi

      beforeEach(async () => {
        stripe.control.reset()
        refunds = await refundsApi(api, getContainer())
      })

      const pay = (payments = [{ amount: BASKET_TOTAL }]) =>
        createPaidOrder(getContainer(), stripe, BASKET, payments)

      it("tells the merchant Stripe's words, and leaves the books as they were", async () => {
        const order = await pay()
        const before = await readBooks(getContainer(), stripe, order)
        stripe.control.addFault(DECLINE)
        const { status, data } = await refunds.create(order.id, {
          shipping: "all",
        })
        expect(status).toBe(422)
        expect(data).toMatchObject({ code: "provider_declined" })
        expect(data.message).toContain(
          "This charge cannot be refunded any more."
        )
        expect(data.message).toContain(order.payments[0]?.id)
        expect(await readBooks(getContainer(), stripe, order)).toEqual(before)
      })

      it("gives the reservation back, so that the merchant can try again", async () => {
        const order = await pay()
        stripe.control.addFault(DECLINE)
        await refunds.create(order.id, { shipping: "all" })
        const { summary, shipping, order_refunds } = await refunds.overview(
          order.id
        )
        expect(summary).toMatchObject({
          reserved: "0.00",
          refunded: "0.00",
          refundable: "125.41",
        })
        expect(shipping[0]?.refundable_amount).toBe("5.95")
        expect(order_refunds[0]).toMatchObject({ status: "failed" })
        expect(
          (await refunds.create(order.id, { shipping: "all" })).status
        ).toBe(200)
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          refund_rows: "5.95",
          stripe_minor: 595,
          pending_difference: "0",
        })
      })

      it("sends a new key with the next try, since Stripe replays a refusal", async () => {
        const order = await pay()
        stripe.control.addFault(DECLINE)
        await refunds.create(order.id, { shipping: "all" })
        await refunds.create(order.id, { shipping: "all" })
        const keys = stripe.control
          .requests()
          .filter(
            ({ path, method }) => path === "/v1/refunds" && method === "POST"
          )
          .map(({ idempotencyKey }) => idempotencyKey)
        expect(new Set(keys).size).toBe(2)
      })

      it("keeps the whole grant when one of two payments moved, and owes the rest", async () => {
        const order = await pay([{ amount: 25.4143 }, { amount: 100 }])
        stripe.control.addFault({ ...DECLINE, skip: 1 })
        const { status, data } = await refunds.create(order.id, {
          items: [{ item_id: order.items[1]?.id ?? "", quantity: 2 }],
        })
        expect(status).toBe(200)
        expect(data.order_refund).toMatchObject({
          status: "partially_failed",
          transactions: [
            { status: "succeeded", amount: "25.41" },
            {
              status: "failed",
              amount: "34.59",
              failure_reason: "This charge cannot be refunded any more.",
            },
          ],
        })
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          pending_difference: "-34.59",
          credit_lines: "60",
          refund_rows: "25.41",
          order_transactions: "-25.41",
          stripe_minor: 2541,
        })
        const service =
          getContainer().resolve<RefundsModuleService>(REFUNDS_MODULE)
        const later = new Date(Date.now() + 1000)
        expect(await service.orderRefunds.listUnfinished(later)).toEqual([])
        // What a failed grant claims is paid by its own retry only.
        expect((await refunds.overview(order.id)).summary.owed).toBe("0.00")
      })

      describe("because its money is gone already, is read back at once", () => {
        const paySocks = () =>
          createPaidOrder(
            getContainer(),
            stripe,
            {
              currency_code: "eur",
              items: [{ title: "Socks", quantity: 4, unit_price: 20 }],
            },
            [{ amount: 80 }]
          )
        /** No event tells the store of it. */
        const inDashboard = (order: PaidOrder, amount: number) =>
          stripe.control.refundInDashboard({
            payment_intent: String(order.payments[0]?.payment_intent),
            amount,
          })
        const expectAsAtStripe = async (
          order: PaidOrder,
          refunded: string,
          refundable: string
        ) => {
          const { summary, payments } = await refunds.overview(order.id)
          expect(summary).toMatchObject({
            refunded: `${refunded}.00`,
            refundable: `${refundable}.00`,
            reserved: "0.00",
            pending: "0.00",
          })
          expect(payments[0]?.refundable_amount).toBe(`${refundable}.00`)
          expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
            pending_difference: "0",
            refund_rows: refunded,
            order_transactions: `-${refunded}`,
            credit_lines: refunded,
            stripe_minor: Number(refunded) * 100,
          })
          expect(await check(getContainer())).toEqual([])
        }

        it("where Stripe has less left than is asked for", async () => {
          const order = await paySocks()
          inDashboard(order, 3000)
          const { status, data } = await refunds.create(order.id, {
            items: [{ item_id: order.items[0]?.id, quantity: 3 }],
          })
          expect(status).toBe(422)
          expect(data.message).toContain("greater than unrefunded amount")
          await expectAsAtStripe(order, "30", "50")
          const [declined] = (
            await refunds.overview(order.id)
          ).order_refunds.filter(({ source }) => source === "admin")
          expect(declined).toMatchObject({ status: "failed" })
        })

        it("where Stripe has nothing left, and all of it is for these lines", async () => {
          const order = await paySocks()
          inDashboard(order, 8000)
          const { data } = await refunds.create(order.id, { items: "all" })
          expect(data).toMatchObject({
            code: "provider_declined",
            details: {
              declined: [{ failure_code: "charge_already_refunded" }],
            },
          })
          await expectAsAtStripe(order, "80", "0")
          const [outside] = (await refunds.overview(order.id)).order_refunds
          expect(outside).toMatchObject({
            source: "stripe",
            lines: [{ kind: "item", quantity: 4 }],
          })
        })

        it("through Medusa's own button", async () => {
          const order = await paySocks()
          inDashboard(order, 3000)
          const { data } = await refunds.post(
            `/admin/payments/${order.payments[0]?.id}/refund`,
            { amount: 60 }
          )
          expect(data).toMatchObject({ code: "provider_declined" })
          await expectAsAtStripe(order, "30", "50")
        })

        it("when a failed refund is tried again: the order owes it as before", async () => {
          const order = await paySocks()
          const { data } = await refunds.create(order.id, {
            items: [{ item_id: order.items[0]?.id, quantity: 3 }],
          })
          const id = data.order_refund.id
          stripe.control.failRefund(
            String(data.order_refund.transactions[0]?.stripe_refund_id)
          )
          await deliverAll(getContainer(), stripe, api)
          inDashboard(order, 3000)
          const retried = await refunds.post(
            `/admin/order-refunds/${id}/retry`,
            {}
          )
          expect(retried.data).toMatchObject({ code: "provider_declined" })
          const { summary } = await refunds.overview(order.id)
          expect(summary).toMatchObject({
            refunded: "30.00",
            failed: "60.00",
          })
          expect(
            (await readBooks(getContainer(), stripe, order)).refund_rows
          ).toBe("30")
        })

        it("when the job is refused, which sends again what got no answer", async () => {
          const order = await paySocks()
          stripe.control.addFault({
            method: "POST",
            path: "/v1/refunds",
            effect: "reset_before",
            times: 5,
          })
          const { status, data } = await refunds.create(order.id, {
            items: [{ item_id: order.items[0]?.id, quantity: 3 }],
          })
          expect(status).toBe(202)
          stripe.control.clearFaults()
          inDashboard(order, 3000)
          await finishOrderRefundWorkflow(getContainer()).run({
            input: {
              order_refund_id: data.order_refund.id,
              order_id: order.id,
            },
          })
          await expectAsAtStripe(order, "30", "50")
        })

        it("not when Stripe does not answer then: the refusal is told as it was", async () => {
          const order = await paySocks()
          inDashboard(order, 3000)
          stripe.control.addFault({
            method: "GET",
            path: "/v1/refunds",
            effect: "reset_before",
            times: 5,
          })
          const { status, data } = await refunds.create(order.id, {
            items: [{ item_id: order.items[0]?.id, quantity: 3 }],
          })
          expect(status).toBe(422)
          expect(data.message).toContain("greater than unrefunded amount")
          expect((await refunds.overview(order.id)).summary).toMatchObject({
            reserved: "0.00",
            refunded: "0.00",
          })
        })
      })

      it("answers a declined request with the same refusal when it is repeated", async () => {
        const order = await pay()
        stripe.control.addFault(DECLINE)
        const first = await refunds.create(
          order.id,
          { shipping: "all" },
          "key-1"
        )
        const second = await refunds.create(
          order.id,
          { shipping: "all" },
          "key-1"
        )
        expect(first.status).toBe(422)
        expect(second).toMatchObject({ status: 422, data: first.data })
        expect(
          (await readBooks(getContainer(), stripe, order)).stripe_minor
        ).toBe(0)
      })
    })
  },
})
