import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import { readBooks } from "../support/books"
import { createPaidOrder } from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
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
        expect(data).toMatchObject({ code: "stripe_declined" })
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
        expect(await service.listUnfinished(later)).toEqual([])
        // What a failed grant claims is paid by its own retry only.
        expect((await refunds.overview(order.id)).summary.owed).toBe("0.00")
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
