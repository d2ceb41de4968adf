import { readBooks, stripeRefunds } from "../support/books"
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

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("the header Idempotency-Key", () => {
      let refunds: RefundsApi

      beforeEach(async () => {
        stripe.control.reset()
        refunds = await refundsApi(api, getContainer())
      })

      const pay = () =>
        createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL },
        ])

      const expectOneRefund = async (order: PaidOrder) => {
        expect(stripeRefunds(stripe, order)).toHaveLength(1)
        expect(await readBooks(getContainer(), stripe, order)).toEqual({
          pending_difference: "0",
          payment_status: "partially_refunded",
          refunded_amount: "5.95",
          refund_rows: "5.95",
          order_transactions: "-5.95",
          credit_lines: "5.95",
          stripe_minor: 595,
          active_change: false,
        })
      }

      it("answers the same request with the first refund", async () => {
        const order = await pay()
        const body = { shipping: "all" } as const
        const first = await refunds.create(order.id, body, "key-1")
        const second = await refunds.create(order.id, body, "key-1")
        expect(second).toMatchObject({ status: 200, data: first.data })
        await expectOneRefund(order)
      })

      it("makes one refund of five requests at once", async () => {
        const order = await pay()
        const answers = await Promise.all(
          Array.from({ length: 5 }, () =>
            refunds.create(order.id, { shipping: "all" }, "key-1")
          )
        )
        expect(answers.map(({ status }) => status)).toEqual([
          200, 200, 200, 200, 200,
        ])
        const ids = answers.map(({ data }) => data.order_refund.id)
        expect(new Set(ids).size).toBe(1)
        await expectOneRefund(order)
      })

      it("refuses another request with a known key", async () => {
        const order = await pay()
        await refunds.create(order.id, { shipping: "all" }, "key-1")
        const { status, data } = await refunds.create(
          order.id,
          { items: "all" },
          "key-1"
        )
        expect(status).toBe(409)
        expect(data.code).toBe("idempotency_key_reused")
        await expectOneRefund(order)
      })

      it("does not remember a request that was refused before anything happened", async () => {
        const order = await pay()
        const item_id = order.items[0]?.id ?? ""
        const bad = { items: [{ item_id, quantity: 4 }] }
        const good = { items: [{ item_id, quantity: 3 }] }
        expect((await refunds.create(order.id, bad, "key-1")).status).toBe(400)
        expect((await refunds.create(order.id, good, "key-1")).status).toBe(200)
      })

      it("never pays out more than was paid, however many ask at once", async () => {
        const order = await pay()
        const answers = await Promise.all(
          Array.from({ length: 20 }, () =>
            refunds.create(order.id, {
              adjustment: { amount: "30", description: "Sorry" },
            })
          )
        )
        const done = answers.filter(({ status }) => status === 200)
        const refused = answers.filter(({ status }) => status !== 200)
        expect(done).toHaveLength(4)
        expect(new Set(refused.map(({ data }) => data.code))).toEqual(
          new Set(["amount_exceeds_payment"])
        )
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          pending_difference: "0",
          refund_rows: "120",
          order_transactions: "-120",
          credit_lines: "120",
          stripe_minor: 12000,
        })
      })
    })
  },
})
