import { Modules } from "@medusajs/framework/utils"
import type { OrderRefundDTO } from "../../src/types"
import { readBooks } from "../support/books"
import {
  createPaidOrder,
  type PaidOrder,
  type PaymentRecipe,
} from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
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
    let refunds: RefundsApi

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
    })

    const pay = (payments: PaymentRecipe[] = [{ amount: BASKET_TOTAL }]) =>
      createPaidOrder(getContainer(), stripe, BASKET, payments)
    const delivered = () => deliverAll(getContainer(), stripe, api)
    const books = (order: PaidOrder) => readBooks(getContainer(), stripe, order)
    const open = async (
      order: PaidOrder,
      request: { amount?: number; inquiry?: boolean; reason?: string } = {},
      payment = 0
    ) => {
      const dispute = stripe.control.openDispute({
        payment_intent: String(order.payments[payment]?.payment_intent),
        ...request,
      })
      await delivered()
      return dispute.id
    }
    const paymentsOf = async (order: PaidOrder) =>
      (await refunds.overview(order.id)).payments
    const SHIPPING = { shipping: "all" } as const

    /** Preview and execution refuse alike, and nothing is written. */
    const expectBlocked = async (
      order: PaidOrder,
      dispute: string,
      message: RegExp
    ) => {
      const before = await books(order)
      for (const body of [SHIPPING, { items: "all" as const }]) {
        for (const answer of [
          await refunds.preview(order.id, body),
          await refunds.create(order.id, body),
        ]) {
          expect(answer).toMatchObject({
            status: 400,
            data: {
              code: "payment_disputed",
              message: expect.stringMatching(message),
              details: { dispute_ids: [dispute] },
            },
          })
        }
      }
      expect(await books(order)).toEqual(before)
    }
    const expectFree = async (order: PaidOrder) => {
      const { status } = await refunds.create(order.id, SHIPPING)
      expect(status).toBe(200)
      expect(await books(order)).toEqual({
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

    describe("a chargeback", () => {
      it("is shown at its payment, and at no other", async () => {
        const order = await pay([{ amount: 100 }, { amount: 25.4143 }])
        const id = await open(order, { reason: "product_not_received" })
        expect(await paymentsOf(order)).toMatchObject([
          {
            payment_id: order.payments[0]?.id,
            refundable: false,
            dispute: {
              id,
              payment_id: order.payments[0]?.id,
              status: "needs_response",
              reason: "product_not_received",
              amount: "100.00",
              currency_code: "eur",
              refundable: false,
            },
          },
          {
            payment_id: order.payments[1]?.id,
            refundable: true,
            dispute: null,
          },
        ])
      })

      it("keeps its payment from being refunded, and the order says so", async () => {
        const order = await pay()
        const id = await open(order)
        await expectBlocked(order, id, /disputed and cannot be refunded/)
        const { blocked, summary } = await refunds.overview(order.id)
        expect(blocked?.code).toBe("payment_disputed")
        expect(summary).toMatchObject({ refunded: "0.00", refundable: "0.00" })
        expect(stripe.control.snapshot().refunds).toEqual([])
      })

      it("leaves Medusa's books as they were, also when it is over", async () => {
        const order = await pay()
        await refunds.create(order.id, SHIPPING)
        const before = await books(order)
        const won = await open(order)
        expect(await books(order)).toEqual(before)
        stripe.control.winDispute(won)
        await delivered()
        expect(await books(order)).toEqual(before)
        stripe.control.loseDispute(await open(order))
        await delivered()
        expect(await books(order)).toEqual(before)
        expect((await refunds.overview(order.id)).order_refunds).toHaveLength(1)
      })

      it("leaves the order's other payment free", async () => {
        const order = await pay([{ amount: 100 }, { amount: 25.4143 }])
        const id = await open(order)
        const { status, data } = await refunds.create(order.id, SHIPPING)
        expect(status).toBe(200)
        expect(data.order_refund.transactions).toMatchObject([
          { payment_id: order.payments[1]?.id, amount: "5.95" },
        ])
        expect((await refunds.overview(order.id)).summary.refundable).toBe(
          "19.46"
        )
        const chosen = await refunds.create(order.id, {
          adjustment: { amount: "1.00", description: "Sorry" },
          payments: [{ payment_id: order.payments[0]?.id, amount: "1.00" }],
        })
        expect(chosen.data).toMatchObject({
          code: "payment_disputed",
          details: { dispute_ids: [id], field: "payments.0.amount" },
        })
        const tooMuch = await refunds.create(order.id, { items: "all" })
        expect(tooMuch.data.code).toBe("payment_disputed")
        const whatIsFree = await refunds.create(order.id, {
          items: "all",
          limit_to_payments: true,
        })
        expect(whatIsFree.data.order_refund.amount).toBe("19.46")
        expect(await books(order)).toMatchObject({
          refund_rows: "25.41",
          stripe_minor: 2541,
        })
      })

      it("that was won gives the payment free again", async () => {
        const order = await pay()
        const id = await open(order)
        stripe.control.winDispute(id)
        await delivered()
        expect(await paymentsOf(order)).toMatchObject([
          {
            refundable: true,
            dispute: { id, status: "won", refundable: true },
          },
        ])
        await expectFree(order)
      })

      it("that was lost keeps the payment blocked, and the refusal says why", async () => {
        const order = await pay()
        const id = await open(order)
        stripe.control.loseDispute(id)
        await delivered()
        expect(await paymentsOf(order)).toMatchObject([
          { refundable: false, dispute: { id, status: "lost" } },
        ])
        await expectBlocked(order, id, /was lost/)
      })

      it("of a part blocks the whole payment", async () => {
        const order = await pay()
        const id = await open(order, { amount: 1000 })
        expect(await paymentsOf(order)).toMatchObject([
          { refundable: false, dispute: { id, amount: "10.00" } },
        ])
        await expectBlocked(order, id, /disputed/)
      })

      it("opened after a win blocks once more", async () => {
        const order = await pay()
        stripe.control.winDispute(await open(order))
        await delivered()
        const second = await open(order)
        expect((await paymentsOf(order))[0]?.dispute?.id).toBe(second)
        await expectBlocked(order, second, /disputed/)
      })

      it("that nobody has told us of yet is Stripe's refusal, and nothing is written", async () => {
        const order = await pay()
        stripe.control.openDispute({
          payment_intent: String(order.payments[0]?.payment_intent),
        })
        const before = await books(order)
        const { status, data } = await refunds.create(order.id, SHIPPING)
        expect([status, data.code]).toEqual([422, "provider_declined"])
        expect(await books(order)).toEqual(before)
        await delivered()
        expect((await paymentsOf(order))[0]?.refundable).toBe(false)
      })

      it("counts as Stripe has it now, in whatever order its events come", async () => {
        const order = await pay()
        const { id } = stripe.control.openDispute({
          payment_intent: String(order.payments[0]?.payment_intent),
        })
        stripe.control.winDispute(id)
        const events = eventsOf(stripe).reverse()
        for (const event of events) {
          await send(api, JSON.stringify(event))
        }
        await inboxSettled(getContainer(), events.length)
        expect((await paymentsOf(order))[0]).toMatchObject({
          refundable: true,
          dispute: { id, status: "won" },
        })
        await expectFree(order)
      })

      it("is told in the notification feed when it opens and when it ends, once each", async () => {
        const order = await pay()
        const won = await open(order)
        await delivered()
        stripe.control.winDispute(won)
        await delivered()
        await delivered()
        const lost = await open(order)
        stripe.control.loseDispute(lost)
        await delivered()
        await delivered()
        const feed = await getContainer()
          .resolve(Modules.NOTIFICATION)
          .listNotifications({ channel: "feed" })
        const told = feed.map(({ data }) => data)
        expect(told).toHaveLength(4)
        expect(told).toEqual(
          expect.arrayContaining(
            [
              "is open: its payment cannot be refunded",
              "was won: its payment can be refunded again",
              "is open: its payment cannot be refunded",
              "was lost: the money went back to the customer",
            ].map((news) => ({
              title: expect.stringMatching(/^Dispute over EUR 125\.41$/),
              description: expect.stringMatching(
                new RegExp(`^The dispute over order #\\d+ ${news}`)
              ),
            }))
          )
        )
      })

      it("of a payment that is not of this store is none of our business", async () => {
        const order = await pay()
        const { payment_intent } = stripe.control.createPaidPaymentIntent({
          amount: 500,
          currency: "eur",
        })
        stripe.control.openDispute({
          payment_intent: String(payment_intent?.id),
        })
        await delivered()
        expect((await paymentsOf(order))[0]).toMatchObject({
          refundable: true,
          dispute: null,
        })
        const { data } = await refunds.get<{
          stripe_events: { type: string; reason: string }[]
        }>("/admin/stripe-events?status=ignored&limit=100")
        expect(
          data.stripe_events.find(
            ({ type }) => type === "charge.dispute.created"
          )
        ).toMatchObject({
          reason: "Its payment does not belong to this store.",
        })
      })
    })

    describe("an inquiry of the bank", () => {
      it("is shown, and blocks nothing", async () => {
        const order = await pay()
        const id = await open(order, { inquiry: true })
        expect(await paymentsOf(order)).toMatchObject([
          {
            refundable: true,
            dispute: { id, status: "warning_needs_response", refundable: true },
          },
        ])
        await expectFree(order)
      })

      it("that becomes a chargeback blocks from then on", async () => {
        const order = await pay()
        const id = await open(order, { inquiry: true })
        stripe.control.escalateInquiry(id)
        await delivered()
        expect(await paymentsOf(order)).toMatchObject([
          { refundable: false, dispute: { id, status: "needs_response" } },
        ])
        await expectBlocked(order, id, /disputed and cannot be refunded/)
      })

      it("that is closed blocks nothing, and the feed tells both", async () => {
        const order = await pay()
        const id = await open(order, { inquiry: true })
        stripe.control.closeInquiry(id)
        await delivered()
        await delivered()
        const feed = await getContainer()
          .resolve(Modules.NOTIFICATION)
          .listNotifications({ channel: "feed" })
        expect(
          feed.map(({ data }) => String(data?.description)).sort()
        ).toMatchObject([
          expect.stringMatching(/order #\d+ is open: the bank asks/),
          expect.stringMatching(/order #\d+ was closed/),
        ])
        await expectFree(order)
      })
    })

    describe("a refund that was on its way when the chargeback came", () => {
      let order: PaidOrder
      let refund: OrderRefundDTO
      let dispute: string

      beforeEach(async () => {
        order = await pay([
          { amount: BASKET_TOTAL, payment_method: "pm_card_pendingRefund" },
        ])
        const { data } = await refunds.create(order.id, SHIPPING)
        refund = data.order_refund
        expect(refund.status).toBe("pending")
        dispute = await open(order)
      })
      const act = (action: string, body: object = {}) =>
        refunds.post<{ order_refund: OrderRefundDTO }>(
          `/admin/order-refunds/${refund.id}/${action}`,
          body
        )
      const OWED = {
        pending_difference: "-5.95",
        refund_rows: "0",
        refunded_amount: "0",
        order_transactions: "0",
        credit_lines: "5.95",
        stripe_minor: 0,
        active_change: false,
      }

      it("failed, and is owed", async () => {
        const { order_refunds, summary } = await refunds.overview(order.id)
        expect(order_refunds).toMatchObject([
          {
            status: "failed",
            failed_amount: "5.95",
            actions: ["retry", "settle", "withdraw"],
            transactions: [
              { failure_code: "charge_for_pending_refund_disputed" },
            ],
          },
        ])
        expect(summary).toMatchObject({
          failed: "5.95",
          pending: "0.00",
          refunded: "0.00",
        })
        expect(await books(order)).toMatchObject(OWED)
      })

      it("cannot be sent again, and stays owed", async () => {
        const { status, data } = await act("retry")
        expect([status, data.code]).toEqual([400, "payment_disputed"])
        expect(data.message).toMatch(/settle/i)
        expect(data.details).toMatchObject({
          payment_ids: [order.payments[0]?.id],
        })
        expect(await books(order)).toMatchObject(OWED)
      })

      it("names the dispute when it cannot be sent again", async () => {
        const { data } = await act("retry")
        expect(data.details).toMatchObject({ dispute_ids: [dispute] })
      })

      it("cannot be sent again either when the dispute was lost, and the refusal says so", async () => {
        stripe.control.loseDispute(dispute)
        await delivered()
        const { status, data } = await act("retry")
        expect([status, data.code]).toEqual([400, "payment_disputed"])
        expect(data.message).toMatch(/was lost/)
      })

      it("can be settled another way", async () => {
        const { status, data } = await act("settle", { reference: "SEPA 1" })
        expect(status).toBe(200)
        expect(data.order_refund).toMatchObject({
          status: "succeeded",
          failed_amount: "0.00",
          actions: [],
        })
        expect(await books(order)).toMatchObject({
          ...OWED,
          pending_difference: "0",
        })
      })

      it("can be withdrawn", async () => {
        expect((await act("withdraw")).status).toBe(200)
        expect(await books(order)).toMatchObject({
          ...OWED,
          pending_difference: "0",
          credit_lines: "0",
        })
      })

      it("can be sent again when the dispute was won", async () => {
        stripe.control.winDispute(dispute)
        await delivered()
        const { status, data } = await act("retry")
        expect(status).toBe(200)
        expect(data.order_refund.status).toBe("pending")
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          refund_rows: "5.95",
          stripe_minor: 595,
        })
      })

      it("is told of beside the dispute, once", async () => {
        await delivered()
        const feed = await getContainer()
          .resolve(Modules.NOTIFICATION)
          .listNotifications({ channel: "feed" })
        expect(
          feed.map(({ data }) => String(data?.title)).sort()
        ).toMatchObject([
          expect.stringMatching(/^Dispute over EUR/),
          expect.stringMatching(/^Refund of order #\d+ failed$/),
        ])
      })
    })
  },
})
