import { Modules } from "@medusajs/framework/utils"
import type { OrderRefundDTO } from "../../src/types"
import { finishOrderRefundWorkflow } from "../../src/workflows"
import { readBooks, stripeRefunds } from "../support/books"
import {
  createPaidOrder,
  type PaidOrder,
  type PaymentRecipe,
} from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import { check, codesOf } from "../support/refund-checks"
import {
  deliverAll,
  eventsOf,
  inboxSettled,
  send,
} from "../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("a refund made in the Stripe Dashboard", () => {
      let refunds: RefundsApi

      beforeEach(async () => {
        stripe.control.reset()
        refunds = await refundsApi(api, getContainer())
      })

      const pay = (
        payments: PaymentRecipe[] = [{ amount: BASKET_TOTAL }],
        recipe = {}
      ) =>
        createPaidOrder(
          getContainer(),
          stripe,
          { ...BASKET, ...recipe },
          payments
        )
      const inDashboard = (order: PaidOrder, amount?: number, payment = 0) =>
        stripe.control.refundInDashboard({
          payment_intent: String(order.payments[payment]?.payment_intent),
          ...(amount ? { amount } : {}),
        })
      const delivered = () => deliverAll(getContainer(), stripe, api)
      const books = (order: PaidOrder) =>
        readBooks(getContainer(), stripe, order)
      const history = async (order: PaidOrder): Promise<OrderRefundDTO[]> =>
        (await refunds.overview(order.id)).order_refunds
      const assign = (id: string | undefined, body: object, preview = "") =>
        refunds.post<{ order_refund: OrderRefundDTO }>(
          `/admin/order-refunds/${id}/assign${preview}`,
          body
        )

      it("appears in the history, lowers what is refundable, and is in the books", async () => {
        const order = await pay()
        const refund = inDashboard(order, 2500)
        await delivered()
        const overview = await refunds.overview(order.id)
        expect(overview.order_refunds).toMatchObject([
          {
            source: "stripe",
            status: "succeeded",
            amount: "25.00",
            actions: ["assign"],
            lines: [{ kind: "unallocated", amount: "25.00" }],
            transactions: [{ stripe_refund_id: refund.id }],
          },
        ])
        expect(overview.summary).toMatchObject({
          refunded: "25.00",
          refundable: "100.41",
          owed: "0.00",
        })
        expect(await books(order)).toEqual({
          pending_difference: "0",
          payment_status: "partially_refunded",
          refunded_amount: "25",
          refund_rows: "25",
          order_transactions: "-25",
          credit_lines: "25",
          stripe_minor: 2500,
          active_change: false,
        })
      })

      describe("two refunds at Stripe are two", () => {
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
        const refundOne = (order: PaidOrder) =>
          refunds.create(order.id, {
            items: [{ item_id: order.items[0]?.id, quantity: 1 }],
          })
        /** What a script does that copies a refund with its metadata. */
        const copyRefund = (order: PaidOrder, amount: number) => {
          const [ours] = stripeRefunds(stripe, order)
          return stripe.client.refunds.create({
            payment_intent: String(order.payments[0]?.payment_intent),
            amount,
            metadata: { ...ours?.metadata },
          })
        }

        it("also with the metadata of ours (O04)", async () => {
          const order = await paySocks()
          await refundOne(order)
          const copy = await copyRefund(order, 500)
          const found = await check(getContainer())
          expect(codesOf(found)).toEqual(["stripe_refund_not_recorded"])
          expect(found[0]?.message).toContain(copy.id)
          await delivered()
          const { summary, order_refunds } = await refunds.overview(order.id)
          expect(summary).toMatchObject({
            refunded: "25.00",
            refundable: "55.00",
          })
          expect(order_refunds).toMatchObject([
            { source: "stripe", amount: "5.00" },
            { source: "admin", amount: "20.00" },
          ])
          expect(await books(order)).toMatchObject({
            pending_difference: "0",
            refund_rows: "25",
            order_transactions: "-25",
            credit_lines: "25",
            stripe_minor: 2500,
          })
          expect(await check(getContainer())).toEqual([])
        })

        it("also of the same amount, and whichever is told first", async () => {
          const order = await paySocks()
          await refundOne(order)
          const copy = await copyRefund(order, 2000)
          const created = eventsOf(stripe).find(
            ({ type, data }) =>
              type === "refund.created" &&
              (data.object as { id: string }).id === copy.id
          )
          await send(api, JSON.stringify(created))
          await inboxSettled(getContainer(), 1)
          const { summary } = await refunds.overview(order.id)
          expect(summary).toMatchObject({
            refunded: "40.00",
            refundable: "40.00",
          })
          await delivered()
          expect((await history(order)).length).toBe(2)
          expect(await check(getContainer())).toEqual([])
        })

        it("also while the answer to ours is lost: the older one is ours", async () => {
          const order = await paySocks()
          // Lost twice: the client asks once more by itself.
          stripe.control.addFault({
            method: "POST",
            path: "/v1/refunds",
            effect: "reset_after",
            times: 2,
          })
          const { status, data } = await refundOne(order)
          expect(status).toBe(202)
          const [ours] = stripeRefunds(stripe, order)
          const copy = await copyRefund(order, 2000)
          await delivered()
          const [outside, own] = await history(order)
          expect(own).toMatchObject({
            id: data.order_refund.id,
            status: "succeeded",
            transactions: [{ stripe_refund_id: ours?.id }],
          })
          expect(outside).toMatchObject({
            source: "stripe",
            transactions: [{ stripe_refund_id: copy.id }],
          })
          expect(await check(getContainer())).toEqual([])
        })

        it("also for the job that looks for a lost answer", async () => {
          const order = await paySocks()
          stripe.control.addFault({
            method: "POST",
            path: "/v1/refunds",
            effect: "reset_after",
            times: 2,
          })
          const { data } = await refundOne(order)
          const [ours] = stripeRefunds(stripe, order)
          await copyRefund(order, 2000)
          await finishOrderRefundWorkflow(getContainer()).run({
            input: {
              order_refund_id: data.order_refund.id,
              order_id: order.id,
            },
          })
          expect(await history(order)).toMatchObject([
            { transactions: [{ stripe_refund_id: ours?.id }] },
          ])
          await delivered()
          expect((await refunds.overview(order.id)).summary).toMatchObject({
            refunded: "40.00",
            refundable: "40.00",
          })
        })
      })

      it("is told in the admin's notification feed, once", async () => {
        const order = await pay()
        inDashboard(order, 2500)
        await delivered()
        await delivered()
        const feed = await getContainer()
          .resolve(Modules.NOTIFICATION)
          .listNotifications({ channel: "feed" })
        expect(feed.map(({ data }) => data)).toMatchObject([
          { title: expect.stringContaining("was refunded at Stripe") },
        ])
      })

      it("is assigned to lines, within what they have left", async () => {
        const order = await pay()
        inDashboard(order, 3000)
        await delivered()
        const [imported] = await history(order)
        const [shirts, caps] = order.items
        const cap = { item_id: caps?.id, quantity: 1 }
        const tooMuch = await assign(imported?.id, {
          items: [cap, { item_id: shirts?.id, quantity: 1 }],
        })
        expect(tooMuch.data).toMatchObject({
          code: "amount_exceeds_payment",
          details: { largest_amount: "30.00" },
        })
        const withGoods = await assign(imported?.id, {
          items: [{ ...cap, restock: "cancel" }],
        })
        expect(withGoods.data).toMatchObject({ code: "invalid_request" })
        const preview = await refunds.post<{ refund_plan: object }>(
          `/admin/order-refunds/${imported?.id}/assign/preview`,
          { items: [cap] }
        )
        expect(preview.data.refund_plan).toMatchObject({ amount: "30.00" })
        const before = await books(order)
        const { status, data } = await assign(imported?.id, { items: [cap] })
        expect(status).toBe(200)
        expect(data.order_refund).toMatchObject({
          amount: "30.00",
          tax_total: "5.00",
          actions: [],
          lines: [{ kind: "item", item_id: caps?.id, quantity: 1 }],
        })
        expect(await books(order)).toEqual(before)
        const { items } = await refunds.overview(order.id)
        expect(items.find(({ item_id }) => item_id === caps?.id)).toMatchObject(
          {
            refundable_quantity: 1,
            refunded_amount: "30.00",
          }
        )
        const again = await assign(imported?.id, { items: [cap] })
        expect([again.status, again.data.code]).toEqual([
          409,
          "refund_not_assignable",
        ])
      })

      it("keeps what is not assigned open for later", async () => {
        const order = await pay()
        inDashboard(order, 4000)
        await delivered()
        const [imported] = await history(order)
        const [shirts, caps] = order.items
        await assign(imported?.id, {
          items: [{ item_id: caps?.id, quantity: 1 }],
        })
        expect((await history(order))[0]).toMatchObject({
          actions: ["assign"],
          lines: [
            { kind: "item", amount: "30.00" },
            { kind: "unallocated", amount: "10.00" },
          ],
        })
        await assign(imported?.id, {
          items: [{ item_id: shirts?.id, amount: "10" }],
        })
        expect((await history(order))[0]).toMatchObject({
          amount: "40.00",
          actions: [],
        })
        expect((await books(order)).pending_difference).toBe("0")
      })

      it("of exactly everything that was left assigns itself", async () => {
        const order = await pay()
        await refunds.create(order.id, { shipping: "all" })
        inDashboard(order)
        await delivered()
        const [imported] = await history(order)
        expect(imported).toMatchObject({ source: "stripe", actions: [] })
        expect(imported?.lines.map(({ kind }) => kind)).toEqual([
          "item",
          "item",
        ])
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          payment_status: "refunded",
          stripe_minor: 12541,
        })
      })

      it("counts several at once, and more than one page of them", async () => {
        const order = await pay()
        for (let count = 0; count < 105; count++) {
          const { id } = inDashboard(order, 100)
          if (count % 10) {
            stripe.control.failRefund(id)
          }
        }
        await delivered()
        expect(await history(order)).toHaveLength(105)
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          refund_rows: "11",
          order_transactions: "-11",
          stripe_minor: 1100,
        })
      })

      it("is exact in a currency without decimals", async () => {
        const order = await pay([{ amount: 3000 }], {
          currency_code: "jpy",
          items: [{ title: "Tea", quantity: 3, unit_price: 1000 }],
          shipping_methods: [],
        })
        inDashboard(order, 1001)
        await delivered()
        expect((await history(order))[0]).toMatchObject({ amount: "1001" })
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          refund_rows: "1001",
          stripe_minor: 1001,
        })
      })

      it("leaves the other payment of an order alone", async () => {
        const order = await pay([{ amount: 100 }, { amount: 25.4143 }])
        inDashboard(order, undefined, 1)
        await delivered()
        const { payments } = await refunds.overview(order.id)
        expect(
          payments.map(({ refundable_amount }) => refundable_amount)
        ).toEqual(["100.00", "0.00"])
        expect((await books(order)).pending_difference).toBe("0")
      })

      it("that fails later is taken back by itself", async () => {
        const order = await pay()
        const refund = inDashboard(order, 2500)
        await delivered()
        stripe.control.failRefund(refund.id)
        await delivered()
        const overview = await refunds.overview(order.id)
        expect(overview.order_refunds).toMatchObject([
          { status: "withdrawn", actions: [], failed_amount: "0.00" },
        ])
        expect(overview.summary).toMatchObject({
          refunded: "0.00",
          refundable: "125.41",
          failed: "0.00",
        })
        expect(await books(order)).toEqual({
          pending_difference: "0",
          payment_status: "captured",
          refunded_amount: "0",
          refund_rows: "0",
          order_transactions: "0",
          credit_lines: "0",
          stripe_minor: 0,
          active_change: false,
        })
      })

      it("made and failed before we heard of it leaves nothing in the books", async () => {
        const order = await pay()
        stripe.control.failRefund(inDashboard(order, 2500).id)
        await delivered()
        expect(await history(order)).toMatchObject([{ status: "withdrawn" }])
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          credit_lines: "0",
          refund_rows: "0",
        })
      })

      it("of a payment that is not of this store is none of our business", async () => {
        stripe.control.refundInDashboard({
          payment_intent: String(
            stripe.control.createPaidPaymentIntent({
              amount: 500,
              currency: "eur",
            }).payment_intent?.id
          ),
        })
        await delivered()
        const { data } = await refunds.get<{
          stripe_events: { type: string; status: string; reason: string }[]
        }>("/admin/stripe-events?status=ignored&limit=100")
        expect(
          data.stripe_events.find(({ type }) => type === "refund.created")
        ).toMatchObject({
          reason: "Its payment does not belong to this store.",
        })
      })
    })
  },
})
