import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import settleOrderBooksJob from "../../../src/jobs/settle-order-books"
import { openOrderEdit, readOrder } from "../../../src/ledger"
import { withOtherTables } from "../../support/other-tables"
import type { PaidOrder } from "../../support/paid-order"
import type { RefundsApi } from "../../support/refunds-api"
import type { StockedProduct, StockedStore } from "../../support/stocked-store"
import { storeTests } from "../../support/store-tests"
import { deliverAll } from "../../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { backdate } from "./support/backdate"
import { itemOf, openEditShop, to, type EditShop } from "./support/edit-shop"
import type { EditsApi } from "./support/edits-api"
import { traces } from "./support/traces"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("edits that are refused", () => {
      let shop: EditShop
      let refunds: RefundsApi
      let edits: EditsApi
      let store: StockedStore
      let shirt: StockedProduct

      beforeEach(async () => {
        shop = await openEditShop(api, getContainer(), stripe)
        ;({ refunds, edits, store, shirt } = shop)
      })

      const buy = (capture = true) =>
        shop.buy({ payments: [{ amount: 65.4143, capture }] })
      /** Both routes refuse it, and nothing is left of the attempt. */
      const expectRefused = async (
        orderId: string,
        body: object,
        refusal: [status: number, code: string],
        details: object = {}
      ) => {
        const before = await traces(getContainer())
        for (const answer of [
          await edits.preview(orderId, { ...body }),
          await edits.edit(orderId, { ...body }),
        ]) {
          expect([answer.status, answer.data.code]).toEqual(refusal)
          expect(answer.data.details ?? {}).toMatchObject(details)
        }
        expect(await traces(getContainer())).toEqual(before)
      }

      it("unknown orders, items and variants", async () => {
        const order = await buy()
        await expectRefused("order_none", to(order, 1), [
          404,
          "order_not_found",
        ])
        await expectRefused(
          order.id,
          { items: [{ item_id: "ordli_none", quantity: 1 }] },
          [404, "item_not_found"]
        )
        await expectRefused(
          order.id,
          { additions: [{ variant_id: "variant_none", quantity: 1 }] },
          [400, "invalid_request"]
        )
      })

      it("quantities that are none, and those below what is fulfilled", async () => {
        const order = await buy()
        for (const quantity of [-1, 1.5]) {
          await expectRefused(order.id, to(order, quantity), [
            400,
            "invalid_quantity",
          ])
        }
        await expectRefused(
          order.id,
          { additions: [{ variant_id: shirt.variant_id, quantity: 0 }] },
          [400, "invalid_quantity"]
        )
        await store.ship(order, [{ id: itemOf(order), quantity: 2 }])
        await expectRefused(order.id, to(order, 1), [400, "invalid_quantity"], {
          item_id: itemOf(order),
          fulfilled_quantity: 2,
        })
      })

      it("an item twice, a variant twice, and an edit of nothing", async () => {
        const order = await buy()
        const { items } = to(order, 1)
        const addition = { variant_id: shirt.variant_id, quantity: 1 }
        await expectRefused(order.id, { items: [...items, ...items] }, [
          400,
          "duplicate_item",
        ])
        await expectRefused(order.id, { additions: [addition, addition] }, [
          400,
          "duplicate_item",
        ])
        for (const body of [{}, to(order, 3)]) {
          await expectRefused(order.id, body, [400, "invalid_request"])
        }
      })

      it("an order that is cancelled", async () => {
        const order = await buy()
        await getContainer().resolve(Modules.ORDER).cancel(order.id)
        await expectRefused(order.id, to(order, 1), [400, "order_canceled"])
      })

      it("an authorisation: Medusa's edit would cancel it", async () => {
        const order = await buy(false)
        await expectRefused(order.id, to(order, 1), [400, "order_not_captured"])
        expect(stripe.control.snapshot().paymentIntents).toMatchObject([
          { status: "requires_capture" },
        ])
      })

      it("a way to settle that does not fit the difference", async () => {
        const order = await buy()
        for (const settle of ["charge", "link"]) {
          await expectRefused(
            order.id,
            { ...to(order, 1), settle },
            [400, "invalid_request"],
            { field: "settle" }
          )
        }
        await expectRefused(
          order.id,
          { ...to(order, 4), settle: "refund" },
          [400, "invalid_request"],
          { field: "settle" }
        )
        await expectRefused(
          order.id,
          { ...to(order, 4), settle: "charge" },
          [400, "invalid_request"],
          { field: "settle" }
        )
        await expectRefused(
          order.id,
          { ...to(order, 4), payment_method_id: "pm_of_a_stranger" },
          [400, "invalid_request"],
          { field: "payment_method_id" }
        )
      })

      it("more units while a refund has failed: they would use up what is owed for it", async () => {
        const order = await buy()
        const { data } = await refunds.create(order.id, to(order, 1))
        stripe.control.failRefund(
          String(data.order_refund.transactions[0]?.stripe_refund_id)
        )
        await deliverAll(getContainer(), stripe, api)
        await expectRefused(order.id, to(order, 4), [409, "refund_in_progress"])
      })

      it("an order whose change is open", async () => {
        const order = await buy()
        await api.post(
          "/admin/order-edits",
          { order_id: order.id },
          refunds.admin
        )
        await expectRefused(order.id, to(order, 1), [
          409,
          "order_has_active_change",
        ])
      })

      describe("a preview whose process died", () => {
        const die = async (order: PaidOrder) => {
          const medusaOrder = await readOrder(getContainer(), order.id)
          if (!medusaOrder) {
            throw new Error("The order is gone.")
          }
          return openOrderEdit(getContainer(), medusaOrder, {
            ...to(order, 1),
            additions: [],
            recompute: false,
            mark: { order_edit_preview: true },
            created_by: null,
          })
        }

        it("blocks the order for a minute, and the next preview removes it", async () => {
          const order = await buy()
          const { id } = await die(order)
          await expectRefused(order.id, to(order, 1), [
            409,
            "order_has_active_change",
          ])
          await backdate(getContainer(), "order_change", id)
          const { status } = await edits.preview(order.id, to(order, 1))
          expect(status).toBe(200)
        })

        it.each<[string, (container: MedusaContainer) => MedusaContainer]>([
          ["", (container) => container],
          [", also in another version of Medusa", withOtherTables],
        ])("is removed by the job%s", async (_, as) => {
          const order = await buy()
          const before = await traces(getContainer())
          const { id } = await die(order)
          await settleOrderBooksJob(as(getContainer()))
          expect(await traces(getContainer())).not.toEqual(before)
          await backdate(getContainer(), "order_change", id)
          await settleOrderBooksJob(as(getContainer()))
          expect(await traces(getContainer())).toEqual(before)
          expect(await store.reserved(itemOf(order))).toBe(3)
        })
      })
    })
  },
})
