import { readBooks, type Books } from "../../support/books"
import type { PaidOrder } from "../../support/paid-order"
import type { RefundsApi } from "../../support/refunds-api"
import type { StockedProduct, StockedStore } from "../../support/stocked-store"
import { storeTests } from "../../support/store-tests"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
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
    describe("an edit that makes an order cheaper", () => {
      let shop: EditShop
      let refunds: RefundsApi
      let edits: EditsApi
      let store: StockedStore
      let shirt: StockedProduct

      beforeEach(async () => {
        shop = await openEditShop(api, getContainer(), stripe)
        ;({ refunds, edits, store, shirt } = shop)
      })

      const buy = () => shop.buy({ customer: { card: "pm_card_visa" } })
      const expectBooks = (order: PaidOrder, books: Partial<Books>) =>
        shop.expectBooks(order, { pending_difference: "0", ...books })

      it("is previewed with totals, lines and the refund, and leaves nothing behind", async () => {
        const order = await buy()
        const before = await traces(getContainer())
        const { status, data } = await edits.preview(order.id, to(order, 2))
        expect([status, data.message]).toEqual([200, undefined])
        expect(data.order_edit_preview).toMatchObject({
          order_id: order.id,
          currency_code: "eur",
          before: {
            item_total: "59.46",
            shipping_total: "5.95",
            discount_total: "11.90",
            tax_total: "10.44",
            total: "65.41",
          },
          after: {
            item_total: "39.64",
            shipping_total: "5.95",
            discount_total: "7.93",
            tax_total: "7.28",
            total: "45.59",
          },
          difference: "-19.82",
          owed: "19.82",
          lines: [
            {
              item_id: itemOf(order),
              variant_id: shirt.variant_id,
              before: { quantity: 3, total: "59.46" },
              after: { quantity: 2, total: "39.64" },
            },
          ],
          settlement: {
            kind: "refund",
            amount: "19.82",
            refund_plan: {
              amount: "19.82",
              payments: [
                { payment_id: order.payments[0]?.id, amount: "19.82" },
              ],
            },
          },
          warnings: [],
        })
        expect(await traces(getContainer())).toEqual(before)
        await expectBooks(order, { stripe_minor: 0 })
        expect(await store.reserved(itemOf(order))).toBe(3)
      })

      it("refunds the difference, and frees what is reserved", async () => {
        const order = await buy()
        const { data: seen } = await edits.preview(order.id, to(order, 1))
        const { status, data } = await edits.edit(order.id, {
          ...to(order, 1),
          preview_hash: seen.order_edit_preview.hash,
          note: "changed their mind",
        })
        expect([status, data.message]).toEqual([200, undefined])
        expect(data.order_edit).toMatchObject({
          difference: "-39.64",
          note: "changed their mind",
          settlement: { kind: "refund", status: "settled", amount: "39.64" },
        })
        await expectBooks(order, {
          order_transactions: "-39.64",
          refund_rows: "39.64",
          stripe_minor: 3964,
          payment_status: "partially_refunded",
        })
        expect(await store.reserved(itemOf(order))).toBe(1)
        expect(await store.shelf(shirt)).toEqual({ stocked: 10, reserved: 1 })
        const { order_refunds, items } = await refunds.overview(order.id)
        expect(order_refunds).toMatchObject([
          {
            id: data.order_edit.settlement.order_refund_id,
            source: "order_edit",
            status: "succeeded",
            amount: "39.64",
          },
        ])
        expect(items[0]).toMatchObject({
          refundable_quantity: 1,
          refundable_amount: "19.82",
        })
      })

      it("takes a whole line off", async () => {
        const order = await buy()
        await edits.edit(order.id, to(order, 0))
        await expectBooks(order, { stripe_minor: 5946, refund_rows: "59.46" })
        expect(await store.shelf(shirt)).toEqual({ stocked: 10, reserved: 0 })
      })

      it("pays back once for the same key, and refuses the key for another edit", async () => {
        const order = await buy()
        const first = await edits.edit(order.id, to(order, 2), "key-1")
        const second = await edits.edit(order.id, to(order, 2), "key-1")
        expect(second.status).toBe(200)
        expect(second.data).toEqual(first.data)
        await expectBooks(order, { stripe_minor: 1982 })
        const other = await edits.edit(order.id, to(order, 1), "key-1")
        expect([other.status, other.data.code]).toEqual([
          409,
          "idempotency_key_reused",
        ])
        await expectBooks(order, { stripe_minor: 1982 })
      })

      it("is made once when the same request comes twice at the same moment", async () => {
        const order = await buy()
        const [first, second] = await Promise.all([
          edits.edit(order.id, to(order, 2), "twice"),
          edits.edit(order.id, to(order, 2), "twice"),
        ])
        expect(first.data.order_edit.id).toBe(second.data.order_edit.id)
        await expectBooks(order, { stripe_minor: 1982 })
      })

      it("does not owe units twice that were refunded before", async () => {
        const order = await buy()
        await refunds.create(order.id, {
          items: [{ item_id: itemOf(order), quantity: 1 }],
        })
        const { data } = await edits.preview(order.id, to(order, 2))
        expect(data.order_edit_preview).toMatchObject({
          difference: "-19.82",
          owed: "0.00",
          settlement: { kind: "none", amount: "0.00" },
        })
        const edit = await edits.edit(order.id, to(order, 1))
        expect(edit.data.order_edit).toMatchObject({
          settlement: { kind: "refund", status: "settled", amount: "19.82" },
        })
        await expectBooks(order, { stripe_minor: 3964 })
      })

      it("leaves the order edited and owing when Stripe refuses the refund", async () => {
        const order = await buy()
        stripe.control.addFault({
          method: "POST",
          path: "/v1/refunds",
          effect: "decline",
          error: { status: 400, message: "Not today." },
        })
        const { status, data } = await edits.edit(order.id, to(order, 2), "k")
        expect(status).toBe(200)
        expect(data.order_edit.settlement).toMatchObject({
          kind: "refund",
          status: "failed",
          code: "provider_declined",
        })
        const books = await readBooks(getContainer(), stripe, order)
        expect(books).toMatchObject({ stripe_minor: 0, refund_rows: "0" })
        expect(Number(books.pending_difference)).toBeCloseTo(-19.8214, 4)
        const { summary } = await refunds.overview(order.id)
        expect(summary.owed).toBe("19.82")
        // Refunding what is owed ends it.
        await refunds.create(order.id, { outstanding: true })
        await expectBooks(order, { stripe_minor: 1982 })
      })

      it("owes and moves nothing when the merchant says later", async () => {
        const order = await buy()
        const { data } = await edits.edit(order.id, {
          ...to(order, 2),
          settle: "later",
        })
        expect(data.order_edit.settlement).toMatchObject({
          kind: "later",
          status: "owing",
          amount: "19.82",
          payment_link: null,
        })
        const books = await readBooks(getContainer(), stripe, order)
        expect(books).toMatchObject({ stripe_minor: 0, refund_rows: "0" })
        expect(Number(books.pending_difference)).toBeCloseTo(-19.8214, 4)
      })

      it("refunds what the order owed before only when the merchant says so", async () => {
        const order = await buy()
        await edits.edit(order.id, { ...to(order, 2), settle: "later" })
        const { data } = await edits.preview(order.id, to(order, 1))
        expect(data.order_edit_preview).toMatchObject({
          owed: "39.64",
          settlement: { kind: "later", amount: "39.64" },
          warnings: [{ code: "owed_before" }],
        })
        const all = await edits.edit(order.id, {
          ...to(order, 1),
          settle: "refund",
        })
        expect(all.data.order_edit.settlement).toMatchObject({
          kind: "refund",
          status: "settled",
          amount: "39.64",
        })
        await expectBooks(order, { stripe_minor: 3964 })
      })

      it("is refused with the new preview when the order changed since", async () => {
        const order = await buy()
        const { data: seen } = await edits.preview(order.id, to(order, 1))
        await edits.edit(order.id, { ...to(order, 2), settle: "later" })
        const before = await traces(getContainer())
        const { status, data } = await edits.edit(order.id, {
          ...to(order, 1),
          preview_hash: seen.order_edit_preview.hash,
        })
        expect([status, data.code]).toEqual([409, "plan_changed"])
        expect(data.details).toMatchObject({
          order_edit_preview: { difference: "-19.82" },
        })
        expect(await traces(getContainer())).toEqual(before)
      })
    })
  },
})
