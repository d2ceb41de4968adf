import { setTimeout as wait } from "node:timers/promises"
import {
  beginOrderEditOrderWorkflow,
  capturePaymentWorkflow,
} from "@medusajs/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { OrderRefundDTO } from "../../src/types"
import { anHourLater } from "../support/an-hour-later"
import { readBooks } from "../support/books"
import {
  createPaidOrder,
  type PaidOrder,
  type PaymentRecipe,
} from "../support/paid-order"
import { useNativeRefundRoute } from "../support/plugin-options"
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

const BOOKS_OF_25 = {
  pending_difference: "0",
  payment_status: "partially_refunded",
  refunded_amount: "25",
  refund_rows: "25",
  order_transactions: "-25",
  credit_lines: "25",
  stripe_minor: 2500,
  active_change: false,
}

type PaymentAnswer = {
  payment: { id: string; amount: number; refunds: { amount: number }[] }
}

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
      useNativeRefundRoute(getContainer(), "safe")
    })

    const pay = (payments: PaymentRecipe[] = [{ amount: BASKET_TOTAL }]) =>
      createPaidOrder(getContainer(), stripe, BASKET, payments)
    const books = (order: PaidOrder) => readBooks(getContainer(), stripe, order)
    const press = (order: PaidOrder, body: object = {}, payment = 0) =>
      refunds.post<PaymentAnswer>(
        `/admin/payments/${order.payments[payment]?.id}/refund`,
        body
      )
    const history = async (order: PaidOrder): Promise<OrderRefundDTO[]> =>
      (await refunds.overview(order.id)).order_refunds
    const post = { method: "POST", path: "/v1/refunds" } as const
    const job = () => anHourLater(getContainer())
    const failLateOf = async (order: PaidOrder, id: string | undefined) => {
      const refund = (await history(order)).find((each) => each.id === id)
      stripe.control.failRefund(
        String(refund?.transactions[0]?.stripe_refund_id)
      )
      await deliverAll(getContainer(), stripe, api)
    }
    const failLate = async (order: PaidOrder) => {
      const [newest] = await history(order)
      await failLateOf(order, newest?.id)
      return newest?.id
    }
    type OrderRow = {
      payment_collections: { id: string }[]
      credit_lines: {
        amount: number
        reference: string
        reference_id: string
        metadata: { created_in_version: number }
      }[]
    }
    const orderWith = async (order: PaidOrder, fields: string[]) => {
      const { data } = await getContainer()
        .resolve(ContainerRegistrationKeys.QUERY)
        .graph({ entity: "order", fields, filters: { id: order.id } })
      const rows: unknown[] = data
      return rows[0] as OrderRow
    }
    const collectionsOf = async (order: PaidOrder) =>
      (await orderWith(order, ["payment_collections.id"])).payment_collections
    /** In the order in which they were written. */
    const creditLines = async (order: PaidOrder) =>
      (await orderWith(order, ["credit_lines.*"])).credit_lines
        .sort(
          (a, b) =>
            a.metadata.created_in_version - b.metadata.created_in_version
        )
        .map(({ amount, reference, reference_id }) => [
          amount,
          reference,
          reference_id,
        ])

    describe("Medusa's refund button behind our checks", () => {
      it("answers as Medusa does, and the books are the same", async () => {
        const order = await pay()
        const { status, data } = await press(order, {
          amount: 25,
          note: "Broken cup",
        })
        expect(status).toBe(200)
        expect(data.payment).toMatchObject({
          id: order.payments[0]?.id,
          refunds: [{ amount: 25, note: "Broken cup" }],
        })
        expect(await books(order)).toEqual(BOOKS_OF_25)
        expect(await history(order)).toMatchObject([
          {
            source: "medusa",
            status: "succeeded",
            amount: "25.00",
            note: "Broken cup",
            lines: [{ kind: "unallocated", amount: "25.00" }],
            actions: ["assign"],
          },
        ])
        await deliverAll(getContainer(), stripe, api)
        await job()
        expect(await books(order)).toEqual(BOOKS_OF_25)
        expect(await history(order)).toHaveLength(1)
      })

      it("without an amount refunds the payment, for all of its lines", async () => {
        const order = await pay()
        expect((await press(order)).status).toBe(200)
        const [refund] = await history(order)
        expect(refund).toMatchObject({ source: "medusa", amount: "125.41" })
        expect(refund?.lines.map(({ kind }) => kind)).toEqual([
          "item",
          "item",
          "shipping",
        ])
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          payment_status: "refunded",
          stripe_minor: 12541,
        })
      })

      describe.each(["safe", "core"] as const)("in %s mode", (mode) => {
        it("its credit line names the refund reason, or else the payment collection", async () => {
          useNativeRefundRoute(getContainer(), mode)
          const order = await pay()
          const reason = await getContainer()
            .resolve(Modules.PAYMENT)
            .createRefundReasons({ label: "Broken", code: "broken" })
          await press(order, { amount: 25, refund_reason_id: reason.id })
          await press(order, { amount: 10 })
          const [collection] = await collectionsOf(order)
          expect(await creditLines(order)).toEqual([
            [25, "Broken", "broken"],
            [10, "payment_collection", collection?.id],
          ])
        })

        it.each(["stripe", "system"] as const)(
          "without an amount refuses a payment that was captured in part (%s)",
          async (provider) => {
            useNativeRefundRoute(getContainer(), mode)
            const order = await pay([
              { amount: 1272, capture: false, provider },
            ])
            await capturePaymentWorkflow(getContainer()).run({
              input: { payment_id: String(order.payments[0]?.id), amount: 50 },
            })
            expect((await press(order)).status).toBe(400)
            expect(await books(order)).toMatchObject({
              refund_rows: "0",
              stripe_minor: 0,
            })
          }
        )
      })

      it("takes the unrounded amount that Medusa's form proposes", async () => {
        const order = await pay()
        expect((await press(order, { amount: 19.8214333 })).status).toBe(200)
        expect(await books(order)).toMatchObject({
          refund_rows: "19.82",
          order_transactions: "-19.82",
          stripe_minor: 1982,
        })
      })

      it("pays once when the answer is lost, however often it is pressed", async () => {
        const order = await pay()
        stripe.control.addFault({ ...post, effect: "reset_after", times: 5 })
        const first = await press(order, { amount: 25 })
        expect(first.status).toBe(202)
        const second = await press(order, { amount: 25 })
        expect(second).toMatchObject({
          status: 409,
          data: { code: "refund_in_progress" },
        })
        stripe.control.clearFaults()
        await job()
        expect(await books(order)).toEqual(BOOKS_OF_25)
        expect(await history(order)).toMatchObject([{ status: "succeeded" }])
      })

      it("pays once when it is pressed twice at the same moment", async () => {
        const order = await pay()
        stripe.control.addFault({ ...post, effect: "slow", ms: 200 })
        const answers = await Promise.all([
          press(order, { amount: 25 }),
          press(order, { amount: 25 }),
        ])
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
        expect(await books(order)).toEqual(BOOKS_OF_25)
      })

      it("tells Stripe's words when it declines, and leaves nothing behind", async () => {
        const order = await pay()
        const before = await books(order)
        stripe.control.addFault({
          ...post,
          effect: "decline",
          error: { status: 400, message: "This charge is too old." },
        })
        const { status, data } = await press(order, { amount: 25 })
        expect(status).toBe(422)
        expect(data).toMatchObject({ code: "provider_declined" })
        expect(data.message).toContain("This charge is too old.")
        expect(await books(order)).toEqual(before)
      })

      it("is known by its credit line whatever that says: later refunds and a withdrawal find it", async () => {
        const order = await pay()
        await press(order, { amount: 25 })
        const id = (await history(order))[0]?.id
        await refunds.create(order.id, { shipping: "all" })
        await failLateOf(order, id)
        expect((await books(order)).pending_difference).toBe("-25")
        await refunds.post(`/admin/order-refunds/${id}/withdraw`, {})
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          credit_lines: "5.95",
          order_transactions: "-5.95",
          stripe_minor: 595,
        })
        expect(await creditLines(order)).toEqual([
          [25, "payment_collection", expect.any(String)],
          [5.95, "order_refund", expect.any(String)],
          [-25, "order_refund", id],
        ])
        expect(await check(getContainer())).toEqual([])
      })

      it("refuses more than the payment holds, and says what it holds", async () => {
        const order = await pay()
        await refunds.create(order.id, { shipping: "all" })
        const { status, data } = await press(order, { amount: 120 })
        expect(status).toBe(400)
        expect(data).toMatchObject({
          code: "amount_exceeds_payment",
          details: { largest_amount: "119.46" },
        })
        expect(await books(order)).toMatchObject({ stripe_minor: 595 })
      })

      it("moves no money while the order has an open edit", async () => {
        const order = await pay()
        await beginOrderEditOrderWorkflow(getContainer()).run({
          input: { order_id: order.id },
        })
        const { status, data } = await press(order, { amount: 25 })
        expect(status).toBe(409)
        expect(data).toMatchObject({ code: "order_has_active_change" })
        expect(await books(order)).toMatchObject({ stripe_minor: 0 })
      })

      it("refuses a disputed payment", async () => {
        const order = await pay()
        stripe.control.openDispute({
          charge: String(order.payments[0]?.charge),
        })
        await deliverAll(getContainer(), stripe, api)
        const { status, data } = await press(order, { amount: 25 })
        expect(status).toBe(400)
        expect(data).toMatchObject({ code: "payment_disputed" })
      })

      it("pays a failed refund by its own retry, and never twice", async () => {
        const order = await pay()
        await press(order, { amount: 25 })
        const failed = await failLate(order)
        expect(await books(order)).toMatchObject({
          pending_difference: "-25",
          stripe_minor: 0,
        })
        expect((await press(order, { amount: 25 })).status).toBe(200)
        expect(await history(order)).toMatchObject([
          { id: failed, status: "succeeded" },
        ])
        expect(await books(order)).toEqual(BOOKS_OF_25)
      })

      it("pays a failed refund first, and refunds the rest as a new one", async () => {
        const order = await pay()
        await press(order, { amount: 25 })
        const failed = await failLate(order)
        expect((await press(order, { amount: 40 })).status).toBe(200)
        const [newest, first] = await history(order)
        expect(first).toMatchObject({ id: failed, status: "succeeded" })
        expect(newest).toMatchObject({ status: "succeeded", amount: "15.00" })
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          refund_rows: "40",
          order_transactions: "-40",
          credit_lines: "40",
          stripe_minor: 4000,
        })
      })

      it("does not pay a failed refund in part", async () => {
        const order = await pay()
        await press(order, { amount: 25 })
        const failed = await failLate(order)
        const { status, data } = await press(order, { amount: 10 })
        expect(status).toBe(409)
        expect(data).toMatchObject({
          code: "refund_in_progress",
          details: { order_refund_id: failed, failed_amount: "25" },
        })
        expect(await books(order)).toMatchObject({
          pending_difference: "-25",
          stripe_minor: 0,
        })
      })

      it("moves nothing when it refuses a part of what is asked", async () => {
        const order = await pay()
        await press(order, { amount: 10 })
        await failLate(order)
        await press(order, { amount: 20 })
        // The first was paid by its own retry; ten are new, and both fail now.
        for (const refund of await history(order)) {
          const last = refund.transactions.at(-1)
          stripe.control.failRefund(String(last?.stripe_refund_id))
        }
        await deliverAll(getContainer(), stripe, api)
        expect((await books(order)).pending_difference).toBe("-20")
        for (const [body, status] of [
          [{ amount: 15 }, 409],
          [{ amount: 500 }, 400],
          [{ amount: 20, refund_reason_id: "refr_0" }, 404],
        ] as const) {
          expect((await press(order, body)).status).toBe(status)
          expect(await books(order)).toMatchObject({
            pending_difference: "-20",
            stripe_minor: 0,
          })
        }
        expect((await press(order, { amount: 20 })).status).toBe(200)
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          stripe_minor: 2000,
        })
      })

      it("answers 202 when the outcome of a failed refund's retry is not known", async () => {
        const order = await pay()
        await press(order, { amount: 25 })
        await failLate(order)
        stripe.control.addFault({ ...post, effect: "reset_after", times: 5 })
        expect((await press(order, { amount: 25 })).status).toBe(202)
        stripe.control.clearFaults()
        await job()
        expect(await books(order)).toEqual(BOOKS_OF_25)
      })

      it("refunds through the payment's own provider where it is not at Stripe", async () => {
        const order = await pay([
          { amount: 100 },
          { amount: 25.4143, provider: "system" },
        ])
        expect((await press(order, { amount: 20 }, 1)).status).toBe(200)
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          refund_rows: "20",
          order_transactions: "-20",
          stripe_minor: 0,
        })
      })

      it("moves no money for a reason that does not exist", async () => {
        const order = await pay()
        expect(
          await press(order, { amount: 25, refund_reason_id: "refr_0" })
        ).toMatchObject({
          status: 404,
          data: { type: "not_found", code: "refund_reason_not_found" },
        })
        expect(await books(order)).toMatchObject({ stripe_minor: 0 })
      })

      describe("names no field in its refusals that its caller cannot send", () => {
        const two = [{ amount: 100 }, { amount: 25.4143 }]
        const setPayment = (order: PaidOrder, values: object) =>
          getContainer()
            .resolve(ContainerRegistrationKeys.PG_CONNECTION)("payment")
            .where({ id: order.payments[0]?.id })
            .update(values)
        const untouched = () => Promise.resolve()

        it.each([
          ["invalid_amount", 0.001, untouched],
          ["invalid_amount", 1e300, untouched],
          ["amount_exceeds_payment", 100.01, untouched],
          ["amount_exceeds_payment", 500, untouched],
          [
            "payment_disputed",
            25,
            async (order: PaidOrder) => {
              stripe.control.openDispute({
                charge: String(order.payments[0]?.charge),
              })
              await deliverAll(getContainer(), stripe, api)
            },
          ],
          [
            "payment_currency_mismatch",
            25,
            (order: PaidOrder) => setPayment(order, { currency_code: "usd" }),
          ],
          [
            "payment_provider_missing",
            25,
            (order: PaidOrder) =>
              setPayment(order, { provider_id: "pp_paypal_gone" }),
          ],
        ])("%s (of %d)", async (code, amount, happens) => {
          const order = await pay(two)
          await happens(order)
          const { status, data } = await press(order, { amount })
          expect([status, data.code]).toEqual([400, code])
          expect(data.message).not.toMatch(
            /adjustment|payments\.|limit_to_payments/
          )
          expect(data.message.length).toBeLessThan(300)
          expect(data.details?.field ?? "amount").toBe("amount")
          expect(await books(order)).toMatchObject({ stripe_minor: 0 })
        })
      })

      it("keeps Medusa's refusals of a body that it does not know", async () => {
        const order = await pay()
        expect(await press(order, { amount: 1, lines: [] })).toMatchObject({
          status: 400,
          data: { type: "invalid_data" },
        })
        expect(await press(order, { amount: -1 })).toMatchObject({
          status: 400,
        })
        const unknown = await refunds.post("/admin/payments/pay_0/refund", {})
        expect(unknown.status).toBe(404)
      })

      it("is Medusa's own where the store wants it so", async () => {
        useNativeRefundRoute(getContainer(), "core")
        const order = await pay()
        expect((await press(order, { amount: 25 })).status).toBe(200)
        for (let attempt = 0; attempt < 100; attempt++) {
          if ((await history(order)).length) {
            break
          }
          await wait(50)
        }
        // Medusa's requests carry none of our metadata.
        expect(stripe.control.snapshot().refunds).toMatchObject([
          { amount: 2500, metadata: {} },
        ])
        expect(await history(order)).toMatchObject([{ source: "medusa" }])
      })
    })
  },
})
