import { Modules } from "@medusajs/framework/utils"
import type { OrderRefundDTO } from "../../src/types"
import {
  createCustomer,
  storefront,
  type Customer,
  type StoreAnswer,
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
    let refunds: RefundsApi
    let store: Storefront
    let customer: Customer
    let order: PaidOrder

    const pay = (payment_method = "pm_card_visa") =>
      createPaidOrder(
        getContainer(),
        stripe,
        { ...BASKET, customer_id: customer.id },
        [{ amount: BASKET_TOTAL, payment_method }]
      )

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
      store = await storefront(api, getContainer())
      customer = await createCustomer(getContainer())
      order = await pay()
    })

    const refund = (body: object = { shipping: "all" }) =>
      refunds.create(order.id, body)
    const newest = async (): Promise<OrderRefundDTO> => {
      const { order_refunds } = await refunds.overview(order.id)
      return order_refunds[0] as OrderRefundDTO
    }
    /** Something that happens to the newest refund at Stripe. */
    const atStripe = async (happens: (id: string) => unknown) => {
      const { transactions } = await newest()
      happens(String(transactions.at(-1)?.stripe_refund_id))
      await deliverAll(getContainer(), stripe, api)
    }
    /** Something that the merchant does with the newest refund. */
    const act = async (action: string, body: object = {}) => {
      const { id } = await newest()
      const path = `/admin/order-refunds/${id}/${action}`
      expect((await refunds.post(path, body)).status).toBe(200)
    }
    const inDashboard = async () => {
      stripe.control.refundInDashboard({
        payment_intent: String(order.payments[0]?.payment_intent),
        amount: 2500,
      })
      await deliverAll(getContainer(), stripe, api)
    }
    const rejected = () =>
      atStripe((id) =>
        stripe.control.failRefund(id, "expired_or_canceled_card")
      )

    const look = (known?: string, token = customer.token) =>
      store.refundsOf(order.id, token, known)
    const tagOf = ({ headers }: StoreAnswer) => String(headers.etag)

    describe("what a customer has seen", () => {
      it("is not sent again, and only their own browser may keep it", async () => {
        await refund()
        const first = await look()
        expect(first.status).toBe(200)
        expect(first.headers).toMatchObject({
          etag: expect.stringMatching(/^W\/"[0-9a-f]{64}"$/),
          "cache-control": "private, no-cache",
        })
        const second = await look(tagOf(first))
        expect(second.status).toBe(304)
        expect(second.data).toBe("")
        expect(second.headers).toMatchObject({
          etag: tagOf(first),
          "cache-control": "private, no-cache",
        })
      })

      it("is known by one of several tags, by any, and not by another", async () => {
        await refund()
        const tag = tagOf(await look())
        const known = async (header: string) => (await look(header)).status
        expect(await known(`W/"before", ${tag}`)).toBe(304)
        expect(await known(tag.slice(2))).toBe(304)
        expect(await known("*")).toBe(304)
        expect(await known(`W/"before"`)).toBe(200)
      })

      it("has a tag while there is no refund, too", async () => {
        const none = await look()
        expect(none.data.order_refunds).toEqual([])
        expect((await look(tagOf(none))).status).toBe(304)
      })
    })

    describe("what changed is sent, with another tag", () => {
      type Change = [string, () => Promise<unknown>]
      const failed: Change[] = [
        ["a refund", refund],
        ["the bank rejects it", rejected],
      ]
      const waiting: Change[] = [
        ["a refund on its way", refund],
        [
          "the customer has to do something",
          () => atStripe((id) => stripe.control.requireAction(id)),
        ],
      ]
      /** Each begins where the one before ended. */
      const stories: Record<string, Change[]> = {
        "two refunds": [
          ["a refund", refund],
          [
            "another one",
            () => refund({ adjustment: { amount: 1, description: "Late" } }),
          ],
        ],
        "a refund that the bank pays": [
          ...waiting,
          [
            "it is paid",
            () =>
              atStripe((id) => {
                stripe.control.setDelays({ reference: "hold" })
                stripe.control.settleRefund(id)
              }),
          ],
          [
            "the bank's reference",
            () =>
              atStripe((id) => {
                stripe.control.setReference(id, "74537604221222132710572")
                stripe.control.setDelays({ reference: 0 })
              }),
          ],
          [
            "it takes the charge off the statement",
            () =>
              atStripe((id) =>
                stripe.control.describeRefund(id, {
                  destination_details: {
                    type: "card",
                    card: { type: "reversal" },
                  },
                })
              ),
          ],
        ],
        "a refund that is cancelled": [
          ...waiting,
          ["the merchant cancels it", () => act("cancel")],
        ],
        "a refund of the Stripe Dashboard": [
          ["it is imported", inDashboard],
          [
            "the merchant says what it was for",
            () =>
              act("assign", {
                items: [{ item_id: order.items[0]?.id, amount: "25.00" }],
              }),
          ],
        ],
        "a refund that is tried again": [
          ...failed,
          ["it is tried again", () => act("retry")],
        ],
        "a refund that is paid another way": [
          ...failed,
          ["it is paid another way", () => act("settle", { reference: "1" })],
        ],
        "a refund that is withdrawn": [
          ...failed,
          ["it is withdrawn", () => act("withdraw")],
        ],
        "a refund whose answer was lost": [
          [
            "a refund that nobody knows of",
            () => {
              stripe.control.addFault({
                method: "POST",
                path: "/v1/refunds",
                effect: "timeout_after_accept",
                times: 5,
              })
              return refund()
            },
          ],
          ["Stripe tells of it", () => deliverAll(getContainer(), stripe, api)],
        ],
      }

      it.each(Object.keys(stories))("%s", async (story) => {
        if (stories[story]?.[0] === waiting[0]) {
          order = await pay("pm_card_pendingRefund")
        }
        let before = await look()
        const tags = [tagOf(before)]
        for (const [change, happens] of stories[story] ?? []) {
          await happens()
          const after = await look(tagOf(before))
          expect([change, after.status]).toEqual([change, 200])
          expect(after.data).not.toEqual(before.data)
          expect(tags).not.toContain(tagOf(after))
          expect((await look(tagOf(after))).status).toBe(304)
          tags.push(tagOf(after))
          before = after
        }
      })
    })

    describe("a tag", () => {
      it("opens no order to anybody else", async () => {
        await refund()
        const tag = tagOf(await look())
        const stranger = await createCustomer(getContainer(), "eve@example.com")
        const truth = await store.refundsOf("order_none", stranger.token)
        for (const token of [stranger.token, "nonsense"]) {
          for (const known of [tag, "*"]) {
            const { status, data, headers } = await look(known, token)
            expect(status).toBe(404)
            expect(
              JSON.stringify(data).replaceAll(order.id, "order_none")
            ).toBe(JSON.stringify(truth.data))
            expect(headers.etag).not.toBe(tag)
          }
        }
      })

      it("is worth nothing once the order is another customer's", async () => {
        await refund()
        const tag = tagOf(await look())
        const other = await createCustomer(getContainer(), "bob@example.com")
        await getContainer()
          .resolve(Modules.ORDER)
          .updateOrders(order.id, { customer_id: other.id })
        expect((await look(tag)).status).toBe(404)
        expect((await look(tag, other.token)).status).toBe(304)
      })
    })
  },
})
