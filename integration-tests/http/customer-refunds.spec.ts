import { sign } from "jsonwebtoken"
import type Stripe from "stripe"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { OrderRefundDTO, StoreOrderRefund } from "../../src/types"
import {
  createCustomer,
  storefront,
  type Customer,
  type Storefront,
} from "../support/customer"
import {
  createPaidOrder,
  type PaidOrder,
  type PaymentRecipe,
} from "../support/paid-order"
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

const DAY = 24 * 60 * 60 * 1000
const WEEK = 7 * DAY
const REASON = "expired_or_canceled_card"
const ARN = "74537604221222132710572"

/** Days from Monday to Friday after a moment, up to another one. */
function businessDaysBetween(start: string, end: string): number {
  let days = 0
  for (
    let at = new Date(start).getTime() + DAY;
    at <= new Date(end).getTime();
    at += DAY
  ) {
    days += [0, 6].includes(new Date(at).getUTCDay()) ? 0 : 1
  }
  return days
}

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi
    let store: Storefront
    let customer: Customer

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
      store = await storefront(api, getContainer())
      customer = await createCustomer(getContainer())
    })

    const pay = (payment: Partial<PaymentRecipe> = {}) =>
      createPaidOrder(
        getContainer(),
        stripe,
        { ...BASKET, customer_id: customer.id },
        [{ amount: BASKET_TOTAL, ...payment }]
      )
    const PENDING = { payment_method: "pm_card_pendingRefund" }
    const delivered = () => deliverAll(getContainer(), stripe, api)
    const shown = async (order: PaidOrder): Promise<StoreOrderRefund[]> => {
      const { status, data } = await store.refundsOf(order.id, customer.token)
      expect(status).toBe(200)
      return data.order_refunds
    }
    const refund = async (order: PaidOrder): Promise<OrderRefundDTO> => {
      const { data } = await refunds.create(order.id, {
        items: [{ item_id: order.items[1]?.id, quantity: 1 }],
        shipping: "all",
        note: "Suspected of abuse",
        customer_note: "Sorry for the scratch!",
      })
      return data.order_refund
    }
    const atStripe = ({ transactions }: OrderRefundDTO) =>
      String(transactions[0]?.stripe_refund_id)
    const act = (id: string, action: string, body: object = {}) =>
      refunds.post<{ order_refund: OrderRefundDTO }>(
        `/admin/order-refunds/${id}/${action}`,
        body
      )

    describe("the customer who placed the order", () => {
      it("sees what came back, what for, and when it should be there", async () => {
        const order = await pay()
        const made = await refund(order)
        expect(await shown(order)).toEqual([
          {
            id: made.id,
            status: "refunded",
            currency_code: "eur",
            amount: "35.95",
            lines: [
              {
                kind: "item",
                item_id: order.items[1]?.id,
                title: "Cap",
                quantity: 1,
                amount: "30.00",
              },
              {
                kind: "shipping",
                item_id: null,
                title: "Standard",
                quantity: 1,
                amount: "5.95",
              },
            ],
            note: "Sorry for the scratch!",
            timeline: [
              { status: "requested", at: expect.any(String) },
              { status: "refunded", at: expect.any(String) },
            ],
            next_step: "none",
            methods: [{ type: "card", name: "Card" }],
            expected_at: {
              from: expect.any(String),
              to: expect.any(String),
            },
            bank_references: [],
            is_reversal: false,
            action_expires_at: null,
            created_at: made.created_at,
          },
        ])
      })

      it("expects the money 5 to 10 business days after Stripe took the refund", async () => {
        const order = await pay()
        const accepted = String(
          (await refund(order)).transactions[0]?.accepted_at
        )
        const [{ expected_at }] = (await shown(order)) as [StoreOrderRefund]
        expect(
          [expected_at?.from, expected_at?.to].map((at) =>
            businessDaysBetween(accepted, String(at))
          )
        ).toEqual([5, 10])
        for (const at of [expected_at?.from, expected_at?.to]) {
          expect(String(at).slice(10)).toBe(accepted.slice(10))
          expect([0, 6]).not.toContain(new Date(String(at)).getUTCDay())
        }
      })

      it("sees all refunds of the order, newest first, and of no other order", async () => {
        const order = await pay()
        const other = await pay()
        await refund(other)
        const first = await refund(order)
        const second = await refunds.create(order.id, {
          items: [{ item_id: order.items[0]?.id, quantity: 1 }],
        })
        expect((await shown(order)).map(({ id }) => id)).toEqual([
          second.data.order_refund.id,
          first.id,
        ])
      })

      it("sees an order without refunds as one without refunds", async () => {
        expect(await shown(await pay())).toEqual([])
      })

      it("follows a refund that waits for them, up to the bank's reference", async () => {
        const order = await pay(PENDING)
        const id = atStripe(await refund(order))
        const now = async () => {
          await delivered()
          const [first] = await shown(order)
          return first
        }
        expect(await now()).toMatchObject({
          status: "on_its_way",
          next_step: "wait",
          expected_at: { from: expect.any(String) },
        })
        stripe.control.requireAction(id)
        expect(await now()).toMatchObject({
          status: "action_required",
          next_step: "action_required",
          expected_at: null,
        })
        stripe.control.setDelays({ reference: "hold" })
        stripe.control.settleRefund(id)
        expect(await now()).toMatchObject({
          status: "refunded",
          bank_references: [],
        })
        stripe.control.setReference(id, ARN)
        stripe.control.setDelays({ reference: 0 })
        const last = await now()
        expect(last?.bank_references).toEqual([ARN])
        expect(last?.timeline.map(({ status }) => status)).toEqual([
          "requested",
          "on_its_way",
          "action_required",
          "refunded",
        ])
        const times = (last?.timeline ?? []).map(({ at }) => at)
        expect(times).toEqual([...times].sort())
      })

      it("and the merchant are told what else Stripe says of a refund", async () => {
        const order = await pay(PENDING)
        const id = atStripe(await refund(order))
        const said = async (patch: Partial<Stripe.Refund>) => {
          stripe.control.describeRefund(id, patch)
          await delivered()
          const { order_refunds } = await refunds.overview(order.id)
          const [customers] = await shown(order)
          return { merchant: order_refunds[0]?.transactions[0], customers }
        }
        const waits = await said({ pending_reason: "insufficient_funds" })
        expect(waits.merchant).toMatchObject({
          status: "pending",
          pending_reason: "insufficient_funds",
        })
        // Nothing is sent before the merchant's balance pays it.
        expect(waits.customers).toMatchObject({
          status: "on_its_way",
          next_step: "wait",
          expected_at: null,
        })
        const feed = await getContainer()
          .resolve(Modules.NOTIFICATION)
          .listNotifications({ channel: "feed" })
        expect(feed.map(({ data }) => data?.description)).toEqual([
          expect.stringContaining("Top up your Stripe balance"),
        ])
        const asked = await said({
          status: "requires_action",
          pending_reason: undefined,
          next_action: {
            type: "display_details",
            display_details: {
              email_sent: {
                email_sent_at: 1800000000,
                email_sent_to: "somebody@example.com",
              },
              expires_at: 1800086400,
            },
          },
        })
        expect(asked.merchant).toMatchObject({
          pending_reason: null,
          action_email_sent_at: "2027-01-15T08:00:00.000Z",
          action_expires_at: "2027-01-16T08:00:00.000Z",
        })
        expect(asked.customers?.action_expires_at).toBe(
          "2027-01-16T08:00:00.000Z"
        )
        expect(JSON.stringify(asked)).not.toContain("somebody@example.com")
        const reversed = await said({
          status: "succeeded",
          next_action: undefined,
          destination_details: { type: "card", card: { type: "reversal" } },
        })
        expect(reversed.merchant).toMatchObject({
          card_refund_type: "reversal",
          action_expires_at: null,
        })
        expect(reversed.customers).toMatchObject({
          is_reversal: true,
          bank_references: [],
          action_expires_at: null,
        })
        const paypal = { reference: "PP-1", reference_status: "available" }
        const sent = await said({
          destination_details: {
            type: "paypal",
            paypal: { ...paypal, network_decline_code: null },
          },
        })
        expect(sent.merchant).toMatchObject({
          ...paypal,
          destination_type: "paypal",
        })
        expect(sent.customers).toMatchObject({
          is_reversal: false,
          methods: [{ type: "paypal", name: "PayPal" }],
          bank_references: ["PP-1"],
        })
      })

      it.each([
        ["konbini", "customer@example.com"],
        ["card", undefined],
      ])(
        "is asked at the address of the order where Stripe must ask: %s",
        async (type, address) => {
          const order = await pay()
          const [payment] = order.payments
          const payments = getContainer().resolve(Modules.PAYMENT)
          const { data } = await payments.retrievePayment(String(payment?.id))
          await getContainer()
            .resolve(ContainerRegistrationKeys.PG_CONNECTION)("payment")
            .where({ id: payment?.id })
            .update({ data: { ...data, payment_method_types: [type] } })
          await refund(order)
          const [{ params } = { params: {} }] = stripe.control
            .requests()
            .filter(
              ({ method, path }) => method === "POST" && path === "/v1/refunds"
            )
          expect(Reflect.get(params, "instructions_email")).toBe(address)
        }
      )

      it("sees a refund whose outcome is not known yet as requested", async () => {
        const order = await pay()
        stripe.control.addFault({
          method: "POST",
          path: "/v1/refunds",
          effect: "timeout_after_accept",
          times: 5,
        })
        expect((await refund(order)).status).toBe("processing")
        expect(await shown(order)).toMatchObject([
          {
            status: "requested",
            expected_at: null,
            timeline: [{ status: "requested" }],
          },
        ])
      })

      it("is told when a refund failed a week later, and expects nothing then", async () => {
        const order = await pay()
        const made = await refund(order)
        stripe.control.advanceClock(WEEK)
        stripe.control.failRefund(atStripe(made), REASON)
        await delivered()
        const [failed] = await shown(order)
        expect(failed).toMatchObject({ status: "failed", expected_at: null })
        expect(failed?.timeline.map(({ status }) => status)).toEqual([
          "requested",
          "refunded",
          "failed",
        ])
      })

      it("sees one that was sent once more as refunded, with a new date", async () => {
        const order = await pay()
        const made = await refund(order)
        stripe.control.failRefund(atStripe(made), REASON)
        await delivered()
        expect((await act(made.id, "retry")).status).toBe(200)
        const [retried] = await shown(order)
        expect(retried).toMatchObject({
          status: "refunded",
          amount: "35.95",
          expected_at: { from: expect.any(String) },
        })
        expect(retried?.timeline.map(({ status }) => status)).toEqual([
          "requested",
          "refunded",
          "failed",
          "requested",
          "refunded",
        ])
      })

      it("sees one that was paid another way as refunded, without the store's reference", async () => {
        const order = await pay()
        const made = await refund(order)
        stripe.control.failRefund(atStripe(made), REASON)
        await delivered()
        await act(made.id, "settle", { reference: "SEPA 4711" })
        const answer = await shown(order)
        expect(answer).toMatchObject([
          { status: "refunded", bank_references: [] },
        ])
        expect(JSON.stringify(answer)).not.toContain("4711")
      })

      it("sees a withdrawn refund as cancelled", async () => {
        const order = await pay()
        const made = await refund(order)
        stripe.control.failRefund(atStripe(made), REASON)
        await delivered()
        await act(made.id, "withdraw", { note: "Agreed on the phone" })
        const answer = await shown(order)
        expect(answer).toMatchObject([
          { status: "canceled", expected_at: null },
        ])
        expect(JSON.stringify(answer)).not.toContain("phone")
      })

      it("sees a cancelled refund as cancelled", async () => {
        const order = await pay(PENDING)
        const made = await refund(order)
        stripe.control.requireAction(atStripe(made))
        await delivered()
        expect((await act(made.id, "cancel")).status).toBe(200)
        const [canceled] = await shown(order)
        expect(canceled).toMatchObject({
          status: "canceled",
          expected_at: null,
        })
        expect(canceled?.timeline.at(-1)?.status).toBe("canceled")
      })

      it("is told of a failure when a refund that is owed was cancelled at Stripe", async () => {
        const order = await pay(PENDING)
        const made = await refund(order)
        stripe.control.cancelRefundInDashboard(atStripe(made))
        await delivered()
        expect(await shown(order)).toMatchObject([
          { status: "failed", expected_at: null },
        ])
      })

      it("is not told of a refund that Stripe refused at once", async () => {
        const order = await pay()
        stripe.control.addFault({
          method: "POST",
          path: "/v1/refunds",
          effect: "decline",
        })
        const { data } = await refunds.create(order.id, { shipping: "all" })
        expect(data.code).toBe("provider_declined")
        expect(await shown(order)).toEqual([])
      })

      it("sees a refund that was made in the Stripe Dashboard as one without lines", async () => {
        const order = await pay()
        stripe.control.refundInDashboard({
          payment_intent: String(order.payments[0]?.payment_intent),
          amount: 2500,
        })
        await delivered()
        expect(await shown(order)).toMatchObject([
          {
            status: "refunded",
            amount: "25.00",
            lines: [
              {
                kind: "other",
                item_id: null,
                title: "Refund",
                amount: "25.00",
              },
            ],
            expected_at: { from: expect.any(String) },
          },
        ])
      })

      it("sees goodwill by the name that the merchant gave it", async () => {
        const order = await pay()
        await refunds.create(order.id, {
          adjustment: { amount: "3.00", description: "Late delivery" },
        })
        expect(await shown(order)).toMatchObject([
          {
            lines: [{ kind: "other", title: "Late delivery", amount: "3.00" }],
          },
        ])
      })

      it("sees nothing internal, whatever happened to the refund", async () => {
        const order = await pay()
        const made = await refund(order)
        stripe.control.failRefund(atStripe(made), REASON)
        await delivered()
        await act(made.id, "retry")
        const { order_refunds } = await refunds.overview(order.id)
        const [record] = order_refunds
        expect(record?.transactions).toHaveLength(2)
        expect(record?.created_by).toBe(refunds.admin.user_id)
        const text = JSON.stringify(await shown(order))
        const secrets = [
          "Suspected of abuse",
          REASON,
          refunds.admin.user_id,
          "admin@example.com",
          ...order.payments.flatMap(({ id, payment_intent, charge }) => [
            id,
            payment_intent,
            charge,
          ]),
          ...(record?.transactions ?? []).flatMap((transaction) => [
            transaction.id,
            transaction.stripe_refund_id,
            transaction.provider_id,
          ]),
        ].map(String)
        expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
        expect(text).not.toMatch(/\b(re|pi|ch|pay|paycol|pp|user|reftrx)_/)
        expect(text).not.toMatch(
          /created_by|failure|stripe|transaction|payment/i
        )
      })
    })

    describe("everybody else", () => {
      it("is told that the order does not exist, word for word as if it did not", async () => {
        const order = await pay()
        await refund(order)
        const stranger = await createCustomer(getContainer(), "eve@example.com")
        const admin = String(refunds.admin.headers.authorization).slice(7)
        const expired = sign(
          { actor_id: customer.id, actor_type: "customer" },
          "test",
          { expiresIn: -1 }
        )
        const forged = sign(
          { actor_id: customer.id, actor_type: "customer" },
          "guess"
        )
        const unregistered = sign(
          {
            actor_id: "",
            actor_type: "customer",
            auth_identity_id: "authid_1",
          },
          "test"
        )
        const truth = await store.refundsOf("order_none", customer.token)
        expect(truth.status).toBe(404)
        const expected = JSON.stringify(truth.data)
        expect(expected).toContain("order_none")
        for (const token of [
          stranger.token,
          undefined,
          admin,
          expired,
          forged,
          unregistered,
          "nonsense",
        ]) {
          for (const id of [order.id, "order_none"]) {
            const { status, data } = await store.refundsOf(id, token)
            expect(status).toBe(404)
            expect(JSON.stringify(data).replaceAll(id, "order_none")).toBe(
              expected
            )
          }
        }
      })

      it("includes the guest of an order without an account, and who has their address", async () => {
        const order = await createPaidOrder(
          getContainer(),
          stripe,
          { ...BASKET, email: "customer@example.com" },
          [{ amount: BASKET_TOTAL }]
        )
        await refund(order)
        for (const token of [undefined, customer.token]) {
          const { status, data } = await store.refundsOf(order.id, token)
          expect([status, data.code]).toEqual([404, "order_not_found"])
        }
      })
    })
  },
})
