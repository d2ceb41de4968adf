import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import type { OrderRefundDTO, OrderRefundEventDTO } from "../../src/types"
import { bank } from "../bank-provider/bank-provider"
import { anHourLater } from "../support/an-hour-later"
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

const httpError = (status: number) =>
  Object.assign(new Error(`Request failed with status ${status}`), {
    response: { status },
  })

const LOST = new Error("socket hang up")

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("a refund through a payment provider that is not Stripe", () => {
      let refunds: RefundsApi
      let order: PaidOrder

      beforeEach(async () => {
        stripe.control.reset()
        bank.reset()
        refunds = await refundsApi(api, getContainer())
        order = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL, provider: "bank" },
        ])
      })

      const books = () => readBooks(getContainer(), stripe, order)
      const refundShipping = () => refunds.create(order.id, { shipping: "all" })
      const resolve = (id: string | undefined, body: object) =>
        refunds.post<{ order_refund: OrderRefundDTO }>(
          `/admin/order-refunds/${id}/resolve`,
          body
        )
      const newest = async () =>
        (await refunds.overview(order.id)).order_refunds[0]
      const later = () => anHourLater(getContainer())
      const BOOKS_OF_SHIPPING = {
        pending_difference: "0",
        refund_rows: "5.95",
        order_transactions: "-5.95",
        credit_lines: "5.95",
      }

      it("moves the money once, with a key of ours", async () => {
        expect((await refundShipping()).status).toBe(200)
        expect(bank.refunds()).toMatchObject([
          { amount: "5.95", context: { idempotency_key: expect.any(String) } },
        ])
        expect(await books()).toMatchObject(BOOKS_OF_SHIPPING)
      })

      it.each([
        [
          "Medusa's error that it is not allowed",
          new MedusaError(MedusaError.Types.NOT_ALLOWED, "Too late."),
        ],
        ["an HTTP answer of 402", httpError(402)],
        ["an HTTP answer of 400", httpError(400)],
      ])("takes %s for a refusal", async (_, error) => {
        const before = await books()
        bank.failNextRefundWith(error)
        const { status, data } = await refundShipping()
        expect(status).toBe(422)
        expect(data).toMatchObject({ code: "provider_declined" })
        expect(data.message).toContain(error.message)
        expect(await books()).toEqual(before)
      })

      it.each([
        ["a broken connection", LOST],
        ["an error that nobody knows", new Error("E_BANK_17")],
        ["no error at all", "oh no"],
        ["an HTTP answer of 500", httpError(500)],
        ["an HTTP answer of 409", httpError(409)],
        ["an HTTP answer of 404", httpError(404)],
        [
          "Medusa's invalid data, which may wrap anything",
          new MedusaError(MedusaError.Types.INVALID_DATA, "timeout of 1000ms"),
        ],
        ["an HTTP answer of 429", httpError(429)],
        [
          "Medusa's unexpected state",
          new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "Hm."),
        ],
      ])("does not take %s for a refusal", async (_, error) => {
        bank.failNextRefundWith(error)
        const { status, data } = await refundShipping()
        expect(status).toBe(202)
        expect(data.order_refund).toMatchObject({
          status: "processing",
          actions: ["resolve"],
        })
        expect((await refunds.overview(order.id)).summary).toMatchObject({
          reserved: "5.95",
          refundable: "119.46",
        })
      })

      it("is never repeated by itself: the provider may not know our key", async () => {
        bank.failNextRefundWith(LOST)
        await refundShipping()
        await later()
        expect(bank.refunds()).toHaveLength(1)
        expect(await newest()).toMatchObject({ status: "processing" })
      })

      it("that arrived, as a person says, is in the books", async () => {
        bank.failNextRefundWith(LOST)
        const { data } = await refundShipping()
        const answer = await resolve(data.order_refund.id, {
          arrived: true,
          reference: "BANK-17",
          note: "Seen on the statement",
        })
        expect(answer.status).toBe(200)
        expect(answer.data.order_refund).toMatchObject({
          status: "succeeded",
          actions: [],
          transactions: [{ reference: "BANK-17", failure_reason: null }],
        })
        expect(await books()).toMatchObject(BOOKS_OF_SHIPPING)
        const { data: one } = await refunds.get<{
          order_refund: { audit_trail: OrderRefundEventDTO[] }
        }>(`/admin/order-refunds/${data.order_refund.id}`)
        expect(one.order_refund.audit_trail).toContainEqual(
          expect.objectContaining({
            action: "arrived",
            from_status: "unknown",
            to_status: "succeeded",
            details: { note: "Seen on the statement" },
          })
        )
      })

      it("that did not arrive, as a person says, leaves nothing behind", async () => {
        const before = await books()
        bank.failNextRefundWith(LOST)
        const { data } = await refundShipping()
        const answer = await resolve(data.order_refund.id, { arrived: false })
        expect(answer.data.order_refund).toMatchObject({
          status: "failed",
          actions: [],
        })
        expect(await books()).toEqual(before)
        expect((await refundShipping()).status).toBe(200)
        expect(await books()).toMatchObject(BOOKS_OF_SHIPPING)
      })

      it("that did not arrive while another payment moved is owed", async () => {
        order = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: 100 },
          { amount: 25.4143, provider: "bank" },
        ])
        bank.failNextRefundWith(LOST)
        const { data } = await refunds.create(order.id, {
          items: "all",
          shipping: "all",
        })
        expect(data.order_refund.status).toBe("processing")
        const answer = await resolve(data.order_refund.id, { arrived: false })
        expect(answer.data.order_refund).toMatchObject({
          status: "partially_failed",
          failed_amount: "25.41",
          actions: ["retry", "settle", "withdraw"],
        })
        expect(await books()).toMatchObject({
          pending_difference: "-25.41",
          stripe_minor: 10000,
        })
      })

      describe("that is gone from the store", () => {
        const GONE = {
          status: 400,
          data: { code: "payment_provider_missing" },
        }
        const takeProviderAway = () =>
          getContainer()
            .resolve(ContainerRegistrationKeys.PG_CONNECTION)("payment")
            .where({ provider_id: "pp_bank_bank" })
            .update({ provider_id: "pp_paypal_gone" })
        const expectNothingMoved = async (
          before: Awaited<ReturnType<typeof books>>
        ) => {
          expect(await books()).toEqual(before)
          const { items, summary, order_refunds, payments, blocked } =
            await refunds.overview(order.id)
          expect(order_refunds).toEqual([])
          expect(summary).toMatchObject({ reserved: "0.00" })
          const cap = items.find(
            ({ item_id }) => item_id === order.items[1]?.id
          )
          expect(cap).toMatchObject({ cancelable_quantity: 2 })
          const why = {
            code: "payment_provider_missing",
            message: expect.stringContaining(
              `${order.payments[0]?.id} (pp_paypal_gone)`
            ),
          }
          expect(payments).toMatchObject([{ refundable: false, blocked: why }])
          expect(blocked).toEqual(why)
        }

        it("is refused before goods or money move: refund, preview, edit, Medusa's button, cancelling", async () => {
          const before = await books()
          await takeProviderAway()
          const cap = {
            items: [
              { item_id: order.items[1]?.id, quantity: 1, restock: "cancel" },
            ],
          }
          expect(await refunds.preview(order.id, cap)).toMatchObject(GONE)
          expect(await refunds.create(order.id, cap)).toMatchObject(GONE)
          expect(
            await refunds.post(`/admin/orders/${order.id}/edits`, {
              items: [{ item_id: order.items[1]?.id, quantity: 1 }],
              settle: "refund",
            })
          ).toMatchObject(GONE)
          expect(
            await refunds.post(
              `/admin/payments/${order.payments[0]?.id}/refund`,
              { amount: 5 }
            )
          ).toMatchObject(GONE)
          expect(
            await refunds.post(`/admin/orders/${order.id}/cancel`, {})
          ).toMatchObject(GONE)
          await expectNothingMoved(before)
        })

        it("does not block what other payments hold", async () => {
          order = await createPaidOrder(getContainer(), stripe, BASKET, [
            { amount: 25.4143, provider: "bank" },
            { amount: 100 },
          ])
          await takeProviderAway()
          const { status, data } = await refundShipping()
          expect(status).toBe(200)
          expect(data.order_refund.transactions).toMatchObject([
            { payment_id: order.payments[1]?.id, amount: "5.95" },
          ])
          expect(
            await refunds.create(order.id, { items: "all", shipping: "all" })
          ).toMatchObject(GONE)
        })

        it("is not retried, and can be settled another way", async () => {
          order = await createPaidOrder(getContainer(), stripe, BASKET, [
            { amount: 100 },
            { amount: 25.4143, provider: "bank" },
          ])
          bank.failNextRefundWith(httpError(402))
          const { data } = await refunds.create(order.id, {
            items: "all",
            shipping: "all",
          })
          const { id, status } = data.order_refund
          expect(status).toBe("partially_failed")
          await takeProviderAway()
          expect(
            await refunds.post(`/admin/order-refunds/${id}/retry`, {})
          ).toMatchObject(GONE)
          expect(bank.refunds()).toHaveLength(1)
          expect(
            await refunds.post(`/admin/order-refunds/${id}/settle`, {
              reference: "SEPA 4711",
            })
          ).toMatchObject({ status: 200 })
          expect(await books()).toMatchObject({
            pending_difference: "0",
            stripe_minor: 10000,
          })
        })

        it("is refused by a release, and by its preview", async () => {
          order = await createPaidOrder(getContainer(), stripe, BASKET, [
            { amount: BASKET_TOTAL, provider: "bank", capture: false },
          ])
          await getContainer()
            .resolve(ContainerRegistrationKeys.PG_CONNECTION)("capture")
            .where({ payment_id: order.payments[0]?.id })
            .delete()
          await takeProviderAway()
          const release = `/admin/orders/${order.id}/release`
          const cap = { items: [{ item_id: order.items[1]?.id, quantity: 1 }] }
          expect(await refunds.post(`${release}/preview`, cap)).toMatchObject(
            GONE
          )
          expect(await refunds.post(release, cap)).toMatchObject(GONE)
        })
      })

      it("whose outcome is known is not resolved by a person", async () => {
        const { data } = await refundShipping()
        expect(
          await resolve(data.order_refund.id, { arrived: false })
        ).toMatchObject({
          status: 409,
          data: { code: "refund_not_resolvable" },
        })
        expect(await books()).toMatchObject(BOOKS_OF_SHIPPING)
      })

      it("is not resolved by a person where Stripe can be asked", async () => {
        order = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL },
        ])
        stripe.control.addFault({
          method: "POST",
          path: "/v1/refunds",
          effect: "reset_after",
          times: 5,
        })
        const { data } = await refundShipping()
        expect(data.order_refund).toMatchObject({
          status: "processing",
          actions: [],
        })
        expect(
          await resolve(data.order_refund.id, { arrived: false })
        ).toMatchObject({
          status: 409,
          data: { code: "refund_not_resolvable" },
        })
      })
    })
  },
})
