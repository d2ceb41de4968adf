import {
  beginOrderEditOrderWorkflow,
  cancelOrderWorkflow,
} from "@medusajs/core-flows"
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

type Body = Record<string, unknown>

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("refusals", () => {
      let refunds: RefundsApi
      let order: PaidOrder

      beforeEach(async () => {
        stripe.control.reset()
        refunds = await refundsApi(api, getContainer())
        order = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL },
        ])
      })

      /** Preview and execution refuse alike, and nothing is written. */
      const expectRefusal = async (
        body: Body,
        status: number,
        code: string,
        orderId = order.id
      ) => {
        const before = await readBooks(getContainer(), stripe, order)
        const preview = await refunds.preview(orderId, body)
        const answer = await refunds.create(orderId, body)
        expect(answer).toMatchObject({ status, data: { code } })
        expect(answer.data.message.length).toBeGreaterThan(10)
        expect(preview).toMatchObject({ status, data: { code } })
        expect(await readBooks(getContainer(), stripe, order)).toEqual(before)
        return answer.data
      }
      const shirts = () => order.items[0]?.id ?? ""
      const caps = () => order.items[1]?.id ?? ""

      it("names an order that does not exist", () =>
        expectRefusal({ items: "all" }, 404, "order_not_found", "order_none"))

      it("names an item, or a shipping method, that the order does not have", async () => {
        await expectRefusal(
          { items: [{ item_id: "ordli_x", quantity: 1 }] },
          404,
          "item_not_found"
        )
        await expectRefusal(
          { shipping: [{ shipping_method_id: "x" }] },
          404,
          "item_not_found"
        )
      })

      it("refuses the same line twice", () =>
        expectRefusal(
          {
            items: [
              { item_id: shirts(), quantity: 1 },
              { item_id: shirts(), quantity: 1 },
            ],
          },
          400,
          "duplicate_item"
        ))

      it.each([0, -1, 1.5, "2", null, 1e20])(
        "refuses the quantity %p",
        (quantity) =>
          expectRefusal(
            { items: [{ item_id: shirts(), quantity }] },
            400,
            "invalid_quantity"
          )
      )

      it("refuses more units than are left, and says how many are", async () => {
        const { details } = await expectRefusal(
          { items: [{ item_id: shirts(), quantity: 4 }] },
          400,
          "quantity_exceeds_refundable"
        )
        expect(details).toMatchObject({
          field: "items.0.quantity",
          item_id: shirts(),
          refundable_quantity: 3,
        })
      })

      it.each([0, "-1", "", "a lot", {}, "1e9999"])(
        "refuses the amount %p",
        (amount) =>
          expectRefusal(
            { items: [{ item_id: caps(), amount }] },
            400,
            "invalid_amount"
          )
      )

      it("refuses an amount that the currency cannot pay", () =>
        expectRefusal(
          { items: [{ item_id: caps(), amount: "3.335" }] },
          400,
          "amount_not_representable"
        ))

      it("refuses more than a line was paid", async () => {
        await expectRefusal(
          { items: [{ item_id: caps(), amount: 60.01 }] },
          400,
          "amount_exceeds_line"
        )
        await expectRefusal(
          {
            shipping: [
              {
                shipping_method_id: order.shipping_methods[0]?.id,
                amount: "5.96",
              },
            ],
          },
          400,
          "amount_exceeds_line"
        )
      })

      it("refuses more than the payments hold", async () => {
        const { details } = await expectRefusal(
          { adjustment: { amount: "125.42", description: "Sorry" } },
          400,
          "amount_exceeds_payment"
        )
        expect(details).toMatchObject({ largest_amount: "125.41" })
      })

      it("refuses payments that do not add up, or are not the order's", async () => {
        const payment_id = order.payments[0]?.id
        await expectRefusal(
          { shipping: "all", payments: [{ payment_id, amount: 1 }] },
          400,
          "invalid_amount"
        )
        await expectRefusal(
          {
            shipping: "all",
            payments: [{ payment_id: "pay_x", amount: 5.95 }],
          },
          400,
          "amount_exceeds_payment"
        )
      })

      it("refuses a request for nothing", async () => {
        await expectRefusal({}, 400, "nothing_to_refund")
        await expectRefusal({ outstanding: true }, 400, "nothing_to_refund")
      })

      it("refuses goodwill without a reason", () =>
        expectRefusal(
          { adjustment: { amount: 1, description: " " } },
          400,
          "invalid_request"
        ))

      it("refuses fields that it does not know", () =>
        expectRefusal({ items: "all", surprise: 1 }, 400, "invalid_request"))

      it("refuses a refund reason that does not exist", async () => {
        const { status, data } = await refunds.create(order.id, {
          shipping: "all",
          refund_reason_id: "refr_x",
        })
        expect([status, data.code]).toEqual([404, "refund_reason_not_found"])
      })

      it("refuses while another change of the order is open", async () => {
        await beginOrderEditOrderWorkflow(getContainer()).run({
          input: { order_id: order.id },
        })
        await expectRefusal({ items: "all" }, 409, "order_has_active_change")
        const { blocked } = await refunds.overview(order.id)
        expect(blocked?.code).toBe("order_has_active_change")
      })

      it("refuses a cancelled order", async () => {
        await cancelOrderWorkflow(getContainer()).run({
          input: { order_id: order.id },
        })
        await expectRefusal({ items: "all" }, 400, "order_canceled")
      })

      it("refuses an order of which nothing was captured", async () => {
        order = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL, capture: false },
        ])
        await expectRefusal({ items: "all" }, 400, "order_not_captured")
      })

      it("refuses when the plan is not the one the merchant saw, and shows the new one", async () => {
        const body = { items: [{ item_id: shirts(), quantity: 2 }] }
        const seen = await refunds.preview(order.id, body)
        await refunds.create(order.id, {
          items: [{ item_id: shirts(), amount: "40" }],
        })
        const { status, data } = await refunds.create(order.id, {
          ...body,
          plan_hash: seen.data.refund_plan.hash,
        })
        expect([status, data.code]).toEqual([409, "plan_changed"])
        expect(data.details?.refund_plan).toMatchObject({ amount: "19.46" })
      })

      it("does in the refund what the preview says, to the hash", async () => {
        const body = { items: "all", shipping: "all" } as const
        const before = await readBooks(getContainer(), stripe, order)
        const { data } = await refunds.preview(order.id, body)
        expect(await readBooks(getContainer(), stripe, order)).toEqual(before)
        const plan_hash = data.refund_plan.hash
        const done = await refunds.create(order.id, { ...body, plan_hash })
        expect(done.data.order_refund.amount).toBe(data.refund_plan.amount)
      })
    })

    describe("who may call", () => {
      it.each([
        ["get", "/admin/orders/order_1/refunds"],
        ["post", "/admin/orders/order_1/refunds"],
        ["post", "/admin/orders/order_1/refunds/preview"],
        ["get", "/admin/order-refunds"],
        ["get", "/admin/order-refunds/orref_1"],
      ])("401 without a login: %s %s", async (method, url) => {
        const { status } = await api.request({
          method,
          url,
          data: { items: "all" },
          validateStatus: () => true,
        })
        expect(status).toBe(401)
      })
    })
  },
})
