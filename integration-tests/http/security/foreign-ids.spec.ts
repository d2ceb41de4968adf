import { Modules } from "@medusajs/framework/utils"
import type { OrderRefundDTO } from "../../../src/types"
import { readBooks } from "../../support/books"
import { createPaidOrder, type PaidOrder } from "../../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../../support/recipes"
import { refundsApi, type RefundsApi } from "../../support/refunds-api"
import { deliverAll } from "../../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import { changingNothing, codeOf } from "./support/refusals"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("ids of another order", () => {
      let refunds: RefundsApi
      let mine: PaidOrder
      let other: PaidOrder
      /** Made in the Dashboard, with lines to be assigned. */
      let outside: OrderRefundDTO | undefined

      beforeAll(async () => {
        refunds = await refundsApi(api, getContainer())
        const pay = () =>
          createPaidOrder(getContainer(), stripe, BASKET, [
            { amount: BASKET_TOTAL },
          ])
        mine = await pay()
        other = await pay()
        stripe.control.refundInDashboard({
          payment_intent: String(mine.payments[0]?.payment_intent),
          amount: 3000,
        })
        await deliverAll(getContainer(), stripe, api)
        outside = (await refunds.overview(mine.id)).order_refunds[0]
      })

      const books = () =>
        Promise.all(
          [mine, other].map((order) => readBooks(getContainer(), stripe, order))
        )
      const nothingChanges = (act: () => Promise<void>) =>
        changingNothing(getContainer(), stripe, async () => {
          const before = await books()
          await act()
          expect(await books()).toEqual(before)
        })

      const foreignLines = () => ({
        item: { items: [{ item_id: other.items[1]?.id, quantity: 1 }] },
        shipping: {
          shipping: [{ shipping_method_id: other.shipping_methods[0]?.id }],
        },
        "item as shipping": {
          shipping: [{ shipping_method_id: mine.items[1]?.id }],
        },
        "own and foreign item": {
          items: [
            { item_id: mine.items[1]?.id, quantity: 1 },
            { item_id: other.items[1]?.id, quantity: 1 },
          ],
        },
      })

      it("are no lines of this one, neither to refund nor to assign", () =>
        nothingChanges(async () => {
          const assign = `/admin/order-refunds/${outside?.id}/assign`
          for (const [what, body] of Object.entries(foreignLines())) {
            const codes = [
              codeOf(await refunds.create(mine.id, body)),
              codeOf(await refunds.preview(mine.id, body)),
              codeOf(await refunds.post(assign, body)),
              codeOf(await refunds.post(`${assign}/preview`, body)),
            ]
            expect([what, ...codes]).toEqual([
              what,
              ...Array.from({ length: 4 }, () => "item_not_found"),
            ])
          }
        }))

      it("are no payments of this one", () =>
        nothingChanges(async () => {
          const foreign = { payment_id: other.payments[0]?.id, amount: "5.95" }
          const own = { payment_id: mine.payments[0]?.id, amount: "3.00" }
          for (const payments of [
            [foreign],
            [own, { ...foreign, amount: "2.95" }],
          ]) {
            const body = { shipping: "all", payments }
            expect(codeOf(await refunds.create(mine.id, body))).toBe(
              "amount_exceeds_payment"
            )
          }
        }))

      it("are not told by the plan that was seen there", () =>
        nothingChanges(async () => {
          const body = { shipping: "all" as const }
          const { data } = await refunds.preview(other.id, body)
          const plan_hash = data.refund_plan.hash
          const reply = await refunds.create(mine.id, { ...body, plan_hash })
          expect(codeOf(reply)).toBe("plan_changed")
        }))

      it("are no refund reasons: nor is a deleted one, or a return's", async () => {
        const payment = getContainer().resolve(Modules.PAYMENT)
        const [deleted] = await payment.createRefundReasons([
          { label: "Late", code: "late" },
        ])
        await payment.softDeleteRefundReasons([String(deleted?.id)])
        const returns = await getContainer()
          .resolve(Modules.ORDER)
          .createReturnReasons({ value: "big", label: "Too big" })
        await nothingChanges(async () => {
          for (const refund_reason_id of [deleted?.id, returns.id, other.id]) {
            const reply = await refunds.create(mine.id, {
              shipping: "all",
              refund_reason_id,
            })
            expect(codeOf(reply)).toBe("refund_reason_not_found")
          }
        })
      })

      it("and ids of other things are no order refunds, whatever is to be done", () =>
        nothingChanges(async () => {
          const ids = [
            mine.id,
            mine.payments[0]?.id,
            outside?.transactions[0]?.id,
            outside?.transactions[0]?.stripe_refund_id,
          ]
          for (const id of ids) {
            for (const [action, body] of [
              ["retry", {}],
              ["cancel", {}],
              ["withdraw", {}],
              ["settle", { reference: "SEPA 1" }],
              ["assign", { shipping: "all" }],
              ["assign/preview", { shipping: "all" }],
            ] as const) {
              const path = `/admin/order-refunds/${id}/${action}`
              expect(codeOf(await refunds.post(path, body))).toBe(
                "order_refund_not_found"
              )
            }
          }
        }))

      it("are no edits and no releases of this one", () =>
        nothingChanges(async () => {
          for (const path of ["edits", "release"]) {
            for (const id of [other.id, mine.id, outside?.id]) {
              const { status, data } = await refunds.get(
                `/admin/orders/${mine.id}/${path}/${id}`
              )
              expect([status, data]).toMatchObject([404, { type: "not_found" }])
            }
          }
        }))

      it("are no payments of Medusa's refund button: it refunds the one in its path", () =>
        nothingChanges(async () => {
          const path = `/admin/payments/${mine.id}/refund`
          expect((await refunds.post(path, {})).status).toBe(404)
        }))

      it("leave the other order alone when this one is refunded", async () => {
        const [, before] = await books()
        await refunds.create(mine.id, { items: "all", shipping: "all" })
        await refunds.post(`/admin/order-refunds/${outside?.id}/assign`, {
          adjustment: { amount: "1.00", description: "Sorry" },
        })
        const [after, untouched] = await books()
        expect(after?.stripe_minor).toBeGreaterThan(3000)
        expect(untouched).toEqual(before)
      })
    })
  },
})
