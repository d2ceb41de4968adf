import { Modules } from "@medusajs/framework/utils"
import { sign } from "jsonwebtoken"
import type { OrderRefundDTO } from "../../src/types"
import {
  createCustomer,
  storefront,
  type Customer,
  type Storefront,
} from "../support/customer"
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

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("GET /store/refunds", () => {
      let refunds: RefundsApi
      let store: Storefront
      let customer: Customer

      beforeEach(async () => {
        stripe.control.reset()
        refunds = await refundsApi(api, getContainer())
        store = await storefront(api, getContainer())
        customer = await createCustomer(getContainer())
      })

      const pay = (customer_id: string | null = customer.id) =>
        createPaidOrder(
          getContainer(),
          stripe,
          { ...BASKET, ...(customer_id ? { customer_id } : {}) },
          [{ amount: BASKET_TOTAL }]
        )
      const refund = async (
        order: PaidOrder,
        amount = "1.00"
      ): Promise<OrderRefundDTO> => {
        const { data } = await refunds.create(order.id, {
          adjustment: { amount, description: "Sorry" },
        })
        return data.order_refund
      }
      const shown = async (query = "", token = customer.token) => {
        const { status, data } = await store.refunds(token, query)
        expect(status).toBe(200)
        return data
      }
      const idsOf = ({ order_refunds }: Awaited<ReturnType<typeof shown>>) =>
        order_refunds.map(({ id }) => id)

      it("has a customer's refunds of all orders, newest first, each with its order", async () => {
        const first = await pay()
        const second = await pay()
        const made = [
          await refund(first),
          await refund(second),
          await refund(first),
        ]
        const { order_refunds, ...counted } = await shown()
        expect(counted).toEqual({ count: 3, limit: 20, offset: 0 })
        expect(
          order_refunds.map(({ id, order_id, order_display_id }) => [
            id,
            order_id,
            order_display_id,
          ])
        ).toEqual(
          made
            .map(({ id, order_id, order_display_id }) => [
              id,
              order_id,
              order_display_id,
            ])
            .reverse()
        )
      })

      it("tells of each what the order's own list tells", async () => {
        const order = await pay()
        const other = await pay()
        await refund(order)
        await refund(other)
        const { order_refunds } = await shown()
        for (const each of [order, other]) {
          const { data } = await store.refundsOf(each.id, customer.token)
          expect(
            order_refunds
              .filter(({ order_id }) => order_id === each.id)
              .map(
                ({ order_id: _id, order_display_id: _number, ...told }) => told
              )
          ).toEqual(data.order_refunds)
        }
      })

      it("has pages, and counts what is on all of them", async () => {
        const order = await pay()
        const ids: string[] = []
        for (let number = 0; number < 5; number++) {
          ids.unshift((await refund(order)).id)
        }
        const page = await shown("limit=2&offset=2")
        expect(idsOf(page)).toEqual(ids.slice(2, 4))
        expect(page).toMatchObject({ count: 5, limit: 2, offset: 2 })
        expect(idsOf(await shown("limit=2&offset=4"))).toEqual(ids.slice(4))
        expect(await shown("offset=5")).toMatchObject({
          order_refunds: [],
          count: 5,
        })
      })

      it.each(["limit=0", "limit=101", "limit=x", "offset=-1", "fields=id"])(
        "refuses %s",
        async (query) => {
          const { status, data } = await store.refunds(customer.token, query)
          expect([status, data.code]).toEqual([400, "invalid_request"])
        }
      )

      it("is empty for a customer without refunds, or without orders", async () => {
        const none = { order_refunds: [], count: 0, limit: 20, offset: 0 }
        expect(await shown()).toEqual(none)
        await pay()
        expect(await shown()).toEqual(none)
      })

      it("has no refund of anybody else, and no guest's", async () => {
        const stranger = await createCustomer(getContainer(), "eve@example.com")
        await refund(await pay(stranger.id))
        await refund(await pay(null))
        const mine = await refund(await pay())
        expect(idsOf(await shown())).toEqual([mine.id])
        const theirs = await shown("", stranger.token)
        expect(theirs.count).toBe(1)
        expect(idsOf(theirs)).not.toContain(mine.id)
      })

      it("goes with an order that becomes another customer's", async () => {
        const other = await createCustomer(getContainer(), "bob@example.com")
        const order = await pay()
        const { id } = await refund(order)
        await getContainer()
          .resolve(Modules.ORDER)
          .updateOrders(order.id, { customer_id: other.id })
        expect(idsOf(await shown())).toEqual([])
        expect(idsOf(await shown("", other.token))).toEqual([id])
      })

      it("does not count a refund that was refused at once, and has one that was withdrawn later", async () => {
        const order = await pay()
        stripe.control.addFault({
          method: "POST",
          path: "/v1/refunds",
          effect: "decline",
        })
        const { data } = await refunds.create(order.id, { shipping: "all" })
        expect(data.code).toBe("provider_declined")
        expect(await shown()).toMatchObject({ order_refunds: [], count: 0 })
        const late = await refund(order)
        stripe.control.failRefund(
          String(late.transactions[0]?.stripe_refund_id)
        )
        await deliverAll(getContainer(), stripe, api)
        expect(await shown()).toMatchObject({
          order_refunds: [
            {
              id: late.id,
              status: "failed",
              next_step: "shop_will_contact_you",
              expected_at: null,
            },
          ],
          count: 1,
        })
        await refunds.post(`/admin/order-refunds/${late.id}/withdraw`, {})
        expect(await shown()).toMatchObject({
          order_refunds: [
            { id: late.id, status: "canceled", next_step: "none" },
          ],
          count: 1,
        })
      })

      it("is for customers who are logged in, and for their browser alone", async () => {
        await refund(await pay())
        const claims = { actor_id: customer.id, actor_type: "customer" }
        const admin = String(refunds.admin.headers.authorization).slice(7)
        for (const token of [
          undefined,
          "nonsense",
          admin,
          sign(claims, "guess"),
          sign(claims, "test", { expiresIn: -1 }),
          sign({ ...claims, actor_id: "" }, "test"),
        ]) {
          const { status, data } = await store.refunds(token)
          expect(status).toBe(401)
          expect(data).toEqual({ message: "Unauthorized" })
        }
        const { headers } = await store.refunds(customer.token)
        expect(headers["cache-control"]).toBe("private, no-cache")
      })

      it("needs a publishable key, as every route of the store", async () => {
        const { status } = await api.get("/store/refunds", {
          headers: { authorization: `Bearer ${customer.token}` },
          validateStatus: () => true,
        })
        expect(status).toBe(400)
      })
    })
  },
})
