import { capturePaymentWorkflow } from "@medusajs/core-flows"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
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
    const cancel = (order: PaidOrder) =>
      refunds.post<{ order: { id: string; status: string } }>(
        `/admin/orders/${order.id}/cancel`,
        {}
      )
    const history = async (order: PaidOrder): Promise<OrderRefundDTO[]> =>
      (await refunds.overview(order.id)).order_refunds
    const statusOf = async (order: PaidOrder) => {
      const { data } = await refunds.get<{ order: { status: string } }>(
        `/admin/orders/${order.id}`
      )
      return data.order.status
    }
    const post = { method: "POST", path: "/v1/refunds" } as const
    const job = () => anHourLater(getContainer())
    const failLate = async (order: PaidOrder) => {
      const [newest] = await history(order)
      stripe.control.failRefund(
        String(newest?.transactions[0]?.stripe_refund_id)
      )
      await deliverAll(getContainer(), stripe, api)
      return newest?.id
    }
    const expectCanceled = async (order: PaidOrder, minor: number) => {
      expect(await statusOf(order)).toBe("canceled")
      expect(await books(order)).toMatchObject({
        pending_difference: "0",
        payment_status: "refunded",
        stripe_minor: minor,
      })
      await deliverAll(getContainer(), stripe, api)
      await job()
      expect(await books(order)).toMatchObject({
        pending_difference: "0",
        stripe_minor: minor,
      })
      // Medusa's own line of what was refunded before is taken back.
      const { data } = await getContainer()
        .resolve(ContainerRegistrationKeys.QUERY)
        .graph({
          entity: "order",
          fields: ["credit_lines.amount"],
          filters: { id: order.id },
        })
      const [row]: unknown[] = data
      const { credit_lines } = row as { credit_lines: { amount: number }[] }
      expect(credit_lines.map(({ amount }) => amount)).not.toContain(0)
    }

    describe("cancelling an order behind our checks", () => {
      it("refunds everything as one refund, and answers as Medusa does", async () => {
        const order = await pay()
        const { status, data } = await cancel(order)
        expect(status).toBe(200)
        expect(data.order).toMatchObject({ id: order.id, status: "canceled" })
        expect(await history(order)).toMatchObject([
          { source: "medusa", status: "succeeded", amount: "125.41" },
        ])
        await expectCanceled(order, 12541)
      })

      it("refunds only what earlier refunds left, over all payments", async () => {
        const order = await pay([
          { amount: 100 },
          { amount: 25.4143, provider: "system" },
        ])
        await refunds.create(order.id, { shipping: "all" })
        expect((await cancel(order)).status).toBe(200)
        const [newest] = await history(order)
        expect(newest).toMatchObject({
          source: "medusa",
          amount: "119.46",
          transactions: [{ amount: "94.05" }, { amount: "25.41" }],
        })
        await expectCanceled(order, 10000)
      })

      it("does not cancel while the gateway has not answered, and pays once", async () => {
        const order = await pay()
        stripe.control.addFault({ ...post, effect: "reset_after", times: 5 })
        expect(await cancel(order)).toMatchObject({
          status: 409,
          data: { code: "refund_in_progress" },
        })
        expect(await statusOf(order)).toBe("pending")
        stripe.control.clearFaults()
        await job()
        expect((await cancel(order)).status).toBe(200)
        await expectCanceled(order, 12541)
      })

      it("does not cancel when Stripe declines, and leaves the books alone", async () => {
        const order = await pay()
        const before = await books(order)
        stripe.control.addFault({
          ...post,
          effect: "decline",
          error: { status: 400, message: "This charge is too old." },
        })
        expect(await cancel(order)).toMatchObject({
          status: 422,
          data: { code: "provider_declined" },
        })
        expect(await statusOf(order)).toBe("pending")
        expect(await books(order)).toEqual(before)
      })

      it("does not cancel when one of two payments declines, and owes that part", async () => {
        const order = await pay([{ amount: 100 }, { amount: 25.4143 }])
        stripe.control.addFault({
          ...post,
          effect: "decline",
          error: { status: 400, message: "This charge is too old." },
        })
        expect((await cancel(order)).status).toBe(422)
        expect(await statusOf(order)).toBe("pending")
        expect(await books(order)).toMatchObject({
          pending_difference: "-100",
          stripe_minor: 2541,
        })
        expect((await cancel(order)).status).toBe(200)
        expect(await history(order)).toMatchObject([{ status: "succeeded" }])
        await expectCanceled(order, 12541)
      })

      it("pays a failed refund by its own retry first", async () => {
        const order = await pay()
        await refunds.create(order.id, { shipping: "all" })
        const failed = await failLate(order)
        expect((await cancel(order)).status).toBe(200)
        const [newest, first] = await history(order)
        expect(first).toMatchObject({
          id: failed,
          status: "succeeded",
          amount: "5.95",
        })
        expect(newest).toMatchObject({ amount: "119.46" })
        await expectCanceled(order, 12541)
      })

      it("leaves books that a refund which fails afterwards can still complete", async () => {
        const order = await pay()
        await refunds.create(order.id, { shipping: "all" })
        const [shipping] = await history(order)
        await cancel(order)
        stripe.control.failRefund(
          String(shipping?.transactions[0]?.stripe_refund_id)
        )
        await deliverAll(getContainer(), stripe, api)
        expect(await books(order)).toMatchObject({
          pending_difference: "-5.95",
          stripe_minor: 11946,
        })
        const { status } = await refunds.post(
          `/admin/order-refunds/${shipping?.id}/withdraw`,
          {}
        )
        expect(status).toBe(200)
        expect(await books(order)).toMatchObject({ pending_difference: "0" })
        const { order_refunds } = await getContainer()
          .resolve<RefundsModuleService>(REFUNDS_MODULE)
          .orderRefunds.readOrderRecords(order.id)
        expect(order_refunds.filter(({ booked_at }) => !booked_at)).toEqual([])
      })

      it("waits for books that are not written yet, which Medusa would refund again", async () => {
        const order = await pay()
        await refunds.create(order.id, { shipping: "all" })
        await getContainer()
          .resolve(ContainerRegistrationKeys.PG_CONNECTION)("refund")
          .where({ payment_id: order.payments[0]?.id })
          .delete()
        expect(await cancel(order)).toMatchObject({
          status: 409,
          data: { code: "refund_in_progress" },
        })
        expect(await statusOf(order)).toBe("pending")
        const repaired = await refunds.post("/admin/refund-checks", {
          repair: true,
          order_id: order.id,
        })
        expect(repaired.status).toBe(200)
        expect((await cancel(order)).status).toBe(200)
        await expectCanceled(order, 12541)
      })

      it("refuses a disputed payment before any money moves", async () => {
        const order = await pay([{ amount: 100 }, { amount: 25.4143 }])
        stripe.control.openDispute({
          charge: String(order.payments[1]?.charge),
        })
        await deliverAll(getContainer(), stripe, api)
        expect(await cancel(order)).toMatchObject({
          status: 400,
          data: { code: "payment_disputed" },
        })
        expect(await books(order)).toMatchObject({ stripe_minor: 0 })
      })

      it("refuses where a part was paid another way, which Medusa would pay again", async () => {
        const order = await pay()
        await refunds.create(order.id, { shipping: "all" })
        const failed = await failLate(order)
        await refunds.post(`/admin/order-refunds/${failed}/settle`, {
          reference: "TRANSFER-1",
        })
        expect(await cancel(order)).toMatchObject({
          status: 409,
          data: {
            code: "order_not_cancelable",
            details: { order_refund_id: failed },
          },
        })
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          stripe_minor: 0,
        })
      })

      it("keeps Medusa's own refusal, and moves no money for it", async () => {
        const order = await pay()
        await cancel(order)
        const requests = stripe.control.requests().length
        const { status, data } = await cancel(order)
        expect(status).toBe(400)
        expect(data.message).toContain("has been canceled")
        expect(stripe.control.requests()).toHaveLength(requests)
        expect(
          (await refunds.post("/admin/orders/order_0/cancel", {})).status
        ).toBe(404)
      })

      it.each(["core", "safe"] as const)(
        "leaves one credit line of an order that was paid in part, with what it gave back: %s",
        async (mode) => {
          useNativeRefundRoute(getContainer(), mode)
          const order = await createPaidOrder(
            getContainer(),
            stripe,
            {
              currency_code: "eur",
              items: [{ title: "Sofa", quantity: 1, unit_price: 1272 }],
            },
            [{ amount: 1272, capture: false, provider: "system" }]
          )
          await capturePaymentWorkflow(getContainer()).run({
            input: { payment_id: String(order.payments[0]?.id), amount: 50 },
          })
          expect((await cancel(order)).status).toBe(200)
          const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
          const {
            data: [canceled],
          } = await query.graph({
            entity: "order",
            fields: [
              "version",
              "status",
              "summary.*",
              "credit_lines.amount",
              "credit_lines.reference",
              "credit_lines.reference_id",
              "payment_collections.id",
              "payment_collections.status",
              "payment_collections.refunded_amount",
            ],
            filters: { id: order.id },
          })
          const { data: changes } = await query.graph({
            entity: "order_change",
            fields: ["change_type", "status", "version", "actions.action"],
            filters: { order_id: order.id },
          })
          // Ours is written at the order's version, without a change of it.
          const medusas = mode === "core"
          expect(changes).toMatchObject(
            medusas
              ? [
                  {
                    change_type: "credit_line",
                    status: "confirmed",
                    version: 2,
                    actions: [{ action: "CREDIT_LINE_ADD" }],
                  },
                ]
              : []
          )
          expect(canceled).toMatchObject({
            version: medusas ? 2 : 1,
            status: "canceled",
            summary: { original_order_total: 1272, current_order_total: 1222 },
            credit_lines: [
              {
                amount: 50,
                reference: "payment_collection",
                reference_id: canceled?.payment_collections?.[0]?.id,
              },
            ],
            payment_collections: [{ status: "canceled", refunded_amount: 50 }],
          })
          await deliverAll(getContainer(), stripe, api)
          await job()
          expect(await check(getContainer())).toEqual([])
        }
      )

      it("is Medusa's own where the store wants it so", async () => {
        useNativeRefundRoute(getContainer(), "core")
        const order = await pay()
        expect((await cancel(order)).status).toBe(200)
        // Medusa's requests carry none of our metadata.
        expect(stripe.control.snapshot().refunds).toMatchObject([
          { amount: 12541, metadata: {} },
        ])
      })
    })
  },
})
