import { Modules } from "@medusajs/framework/utils"
import type {
  AdminOrderEditListResponse,
  AdminOrderReleaseListResponse,
} from "../../src/types"
import type { PaidOrder } from "../support/paid-order"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { deliverAll } from "../support/stripe-webhooks"
import { storeTests } from "../support/store-tests"
import { openEditShop, to, type EditShop } from "./edits/support/edit-shop"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

const HELD = [{ amount: 65.4143, capture: false }]

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("what the page of an order shows, in one answer", () => {
      let shop: EditShop

      beforeEach(async () => {
        shop = await openEditShop(api, getContainer(), stripe)
      })

      const overview = ({ id }: PaidOrder) => shop.refunds.overview(id)
      const list = async <Body>({ id }: PaidOrder, what: string) =>
        (await shop.refunds.get<Body>(`/admin/orders/${id}/${what}?limit=100`))
          .data
      const edit = async (order: PaidOrder, quantity: number, more = {}) => {
        const body = { ...to(order, quantity), ...more }
        expect((await shop.edits.edit(order.id, body)).status).toBe(200)
      }
      const release = (order: PaidOrder) =>
        shop.refunds.post(`/admin/orders/${order.id}/release`, to(order, 1))

      it("has the edits as their own list has them, with their money as it is by now", async () => {
        const order = await shop.buy()
        await edit(order, 2)
        await edit(order, 1, { settle: "later", note: "Called" })
        const before = await overview(order)
        const edits = await list<AdminOrderEditListResponse>(order, "edits")
        expect(before.order_edits).toEqual(edits.order_edits)
        expect(before.order_edits).toMatchObject([
          { note: "Called", settlement: { status: "owing" } },
          { note: null, settlement: { kind: "refund", status: "settled" } },
        ])
        await shop.refunds.create(order.id, { outstanding: true })
        const [later] = (await overview(order)).order_edits
        expect(later?.settlement.status).toBe("settled")
      })

      it("has the releases as their own list has them, the refused ones too", async () => {
        const order = await shop.buy({ payments: HELD })
        stripe.control.addFault({
          method: "POST",
          path: /\/capture$/,
          effect: "decline",
          error: { status: 402, code: "expired_card", message: "It expired." },
        })
        expect((await release(order)).status).toBe(422)
        expect((await release(order)).status).toBe(200)
        const { order_releases } = await overview(order)
        expect(order_releases).toEqual(
          (await list<AdminOrderReleaseListResponse>(order, "release"))
            .order_releases
        )
        expect(order_releases).toMatchObject([
          { status: "succeeded", payments: [{ status: "succeeded" }] },
          { status: "failed", payments: [{ status: "failed" }] },
        ])
      })

      it("has nothing of other orders", async () => {
        const [order, other] = [await shop.buy(), await shop.buy()]
        await edit(order, 2)
        expect(await overview(other)).toMatchObject({
          order_refunds: [],
          order_edits: [],
          order_releases: [],
          authors: [],
          outstanding: null,
        })
      })

      it("names everybody who made something, once", async () => {
        const order = await shop.buy()
        await edit(order, 2, { note: "One less" })
        await shop.refunds.create(order.id, { shipping: "all" })
        stripe.control.refundInDashboard({
          payment_intent: String(order.payments[0]?.payment_intent),
          amount: 100,
        })
        await deliverAll(getContainer(), stripe, api)
        const { order_refunds, authors } = await overview(order)
        expect(order_refunds).toHaveLength(3)
        expect(authors).toEqual([
          { id: shop.refunds.admin.user_id, name: "Ada" },
        ])
        await getContainer()
          .resolve(Modules.USER)
          .updateUsers({ id: shop.refunds.admin.user_id, first_name: null })
        expect((await overview(order)).authors).toMatchObject([
          { name: "admin@example.com" },
        ])
        await getContainer()
          .resolve(Modules.USER)
          .softDeleteUsers([shop.refunds.admin.user_id])
        expect((await overview(order)).authors).toEqual([])
      })

      it("says whether the order is edited, or released, or neither", async () => {
        const actions = async (order: PaidOrder) =>
          (await overview(order)).order_actions
        const paid = await shop.buy()
        const held = await shop.buy({ payments: HELD })
        const unpaid = await shop.buy({ payments: [] })
        expect(await actions(paid)).toEqual(["edit"])
        expect(await actions(unpaid)).toEqual(["edit"])
        expect(await actions(held)).toEqual(["release"])
        expect((await release(held)).status).toBe(200)
        expect(await actions(held)).toEqual(["edit"])
        for (const status of ["archived", "canceled"] as const) {
          await getContainer()
            .resolve(Modules.ORDER)
            .updateOrders(paid.id, { status })
          expect(await actions(paid)).toEqual([])
        }
      })

      describe("where the order owes money", () => {
        let order: PaidOrder

        beforeEach(async () => {
          order = await shop.buy()
          await edit(order, 2, { settle: "later" })
        })
        const outstanding = async () => (await overview(order)).outstanding
        const preview = async () =>
          (await shop.refunds.preview(order.id, { outstanding: true })).data

        it("has the plan that the preview has, and the refund keeps to it", async () => {
          const shown = await outstanding()
          const { refund_plan } = await preview()
          expect(shown).toEqual({ refund_plan, refusal: null })
          expect(refund_plan.amount).toBe("19.82")
          const { status, data } = await shop.refunds.create(order.id, {
            outstanding: true,
            plan_hash: shown?.refund_plan?.hash,
          })
          expect([status, data.order_refund.amount]).toEqual([200, "19.82"])
          expect(await outstanding()).toBeNull()
        })

        it("has the words of the preview where it is refused", async () => {
          await shop.refunds.create(order.id, {
            adjustment: { amount: 60, description: "Late" },
          })
          const shown = await outstanding()
          expect(shown).toEqual({
            refund_plan: null,
            refusal: await preview(),
          })
          expect(shown?.refusal).toMatchObject({
            code: "amount_exceeds_payment",
            details: { largest_amount: "5.41" },
          })
        })
      })
    })
  },
})
