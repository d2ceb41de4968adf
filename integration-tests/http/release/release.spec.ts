import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { PaidOrder } from "../../support/paid-order"
import { SHIPPING, SHIRTS } from "../../support/recipes"
import {
  openStockedStore,
  type StockedProduct,
  type StockedStore,
} from "../../support/stocked-store"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import {
  readHeldBooks,
  releaseLab,
  type ReleaseLab,
} from "./support/release-lab"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

/** Three shirts for 59.4643 and shipping for 5.95: 65.41 are authorised. */
const TOTAL = 65.4143

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    describe("releasing authorised money", () => {
      let lab: ReleaseLab
      let store: StockedStore
      let shirt: StockedProduct

      beforeEach(async () => {
        stripe.control.reset()
        lab = await releaseLab(api, getContainer())
        store = await openStockedStore(getContainer())
        shirt = await store.stock("Shirt", 10)
      })

      const buy = (payments = [{ amount: TOTAL }]) =>
        store.order(
          stripe,
          {
            currency_code: "eur",
            items: [{ ...SHIRTS, variant_id: shirt.variant_id }],
            shipping_methods: [SHIPPING],
          },
          payments.map((payment) => ({ ...payment, capture: false }))
        )
      const itemOf = (order: PaidOrder) => String(order.items[0]?.id)
      const units = (order: PaidOrder, quantity: number) => ({
        items: [{ item_id: itemOf(order), quantity }],
      })
      const books = (order: PaidOrder) =>
        readHeldBooks(getContainer(), stripe, order)

      it("captures less for a part, takes its units off, and owes nothing", async () => {
        const order = await buy()
        const preview = await lab.preview(order.id, units(order, 1))
        expect([preview.status, preview.data.message]).toEqual([200, undefined])
        expect(preview.data.release_plan).toMatchObject({
          kind: "capture_less",
          authorized: "65.41",
          released: "19.82",
          capture_amount: "45.59",
        })
        const { status, data } = await lab.release(order.id, {
          ...units(order, 1),
          plan_hash: preview.data.release_plan.hash,
        })
        expect([status, data.message]).toEqual([200, undefined])
        expect(data.order_release).toMatchObject({
          status: "succeeded",
          released: "19.82",
          capture_amount: "45.59",
          payments: [{ action: "capture", status: "succeeded" }],
        })
        expect(await books(order)).toEqual({
          payment_status: "captured",
          pending: "0",
          captures: ["45.59"],
          transactions: ["45.59"],
          collections: [
            { status: "completed", amount: "45.59", captured: "45.59" },
          ],
          stripe: [["succeeded", 4559]],
          credit_lines: ["0.0028666666666666667"],
          active_change: false,
        })
        expect(await store.reserved(itemOf(order))).toBe(2)
        expect(await store.shelf(shirt)).toEqual({ stocked: 10, reserved: 2 })
      })

      it("voids the payment and cancels the order for everything", async () => {
        const order = await buy()
        const { status, data } = await lab.release(order.id, {
          items: [{ item_id: itemOf(order), quantity: 3 }],
          shipping: [{ shipping_method_id: order.shipping_methods[0]?.id }],
        })
        expect([status, data.message]).toEqual([200, undefined])
        expect(data.order_release).toMatchObject({
          kind: "void",
          status: "succeeded",
          capture_amount: "0.00",
          payments: [{ action: "cancel", status: "succeeded" }],
        })
        expect(await books(order)).toMatchObject({
          payment_status: "canceled",
          captures: [],
          transactions: [],
          collections: [{ status: "canceled" }],
          stripe: [["canceled", 0]],
        })
        expect(await store.reserved(itemOf(order))).toBe(0)
        expect(await lab.release(order.id, { items: "all" })).toMatchObject({
          data: { code: "order_canceled" },
        })
      })

      it("takes released shipping off the order, which nobody can refund later", async () => {
        const order = await buy()
        const { status, data } = await lab.release(order.id, {
          ...units(order, 1),
          shipping: "all",
        })
        expect([status, data.message]).toEqual([200, undefined])
        expect(data.order_release).toMatchObject({ capture_amount: "39.64" })
        expect(await books(order)).toMatchObject({
          payment_status: "captured",
          pending: "0",
          stripe: [["succeeded", 3964]],
        })
        const { shipping, summary } = await lab.refunds.overview(order.id)
        expect(shipping).toEqual([])
        expect(summary).toMatchObject({ captured: "39.64", owed: "0.00" })
      })

      it("leaves an order that refunds go on from", async () => {
        const order = await buy()
        await lab.release(order.id, units(order, 1))
        const one = await lab.refunds.create(order.id, units(order, 1))
        expect(one.data.order_refund).toMatchObject({
          status: "succeeded",
          amount: "19.82",
        })
        const rest = await lab.refunds.create(order.id, {
          items: "all",
          shipping: "all",
        })
        expect(rest.data.order_refund).toMatchObject({
          status: "succeeded",
          amount: "25.77",
        })
        expect(await books(order)).toMatchObject({
          payment_status: "refunded",
          pending: "0",
          captures: ["45.59"],
        })
      })

      it("gives from the last payment first, and cancels one that falls to zero", async () => {
        const order = await buy([{ amount: 50 }, { amount: 15.4143 }])
        const { data } = await lab.release(order.id, units(order, 1))
        expect(data.order_release).toMatchObject({
          status: "succeeded",
          payments: [
            { action: "capture", capture_amount: "45.59", released: "4.41" },
            { action: "cancel", capture_amount: "0.00", released: "15.41" },
          ],
        })
        expect(await books(order)).toMatchObject({
          payment_status: "captured",
          pending: "0",
          captures: ["45.59"],
          transactions: ["45.59"],
          stripe: [
            ["succeeded", 4559],
            ["canceled", 0],
          ],
        })
      })

      it("answers the same key with the first release, and another request with a conflict", async () => {
        const order = await buy()
        const first = await lab.release(order.id, units(order, 1), "key-1")
        const again = await lab.release(order.id, units(order, 1), "key-1")
        expect(again.status).toBe(200)
        expect(again.data.order_release.id).toBe(first.data.order_release.id)
        const other = await lab.release(order.id, units(order, 2), "key-1")
        expect([other.status, other.data.code]).toEqual([
          409,
          "idempotency_key_reused",
        ])
        expect((await books(order)).stripe).toEqual([["succeeded", 4559]])
      })
    })
  },
})
