import { readOrder } from "../../../src/ledger"
import type { AdminOrderEditListResponse } from "../../../src/types"
import { readUntil } from "../../support/until"
import { readBooks, type Books } from "../../support/books"
import type { PaidOrder } from "../../support/paid-order"
import type { StockedProduct, StockedStore } from "../../support/stocked-store"
import { storeTests } from "../../support/store-tests"
import { DOORS, eventsOf, send } from "../../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { collectionsOf, type Collection } from "./support/collections"
import {
  itemOf,
  openEditShop,
  STOREFRONT,
  taken,
  to,
  type EditShop,
} from "./support/edit-shop"
import type { EditsApi } from "./support/edits-api"
import { bookAsWebhook, payByLink } from "./support/pay-by-link"
import { traces } from "./support/traces"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("an edit that makes an order dearer", () => {
      let shop: EditShop
      let edits: EditsApi
      let store: StockedStore
      let shirt: StockedProduct
      let mug: StockedProduct
      let mugs: EditShop["mugs"]
      let waiting: EditShop["waiting"]

      beforeEach(async () => {
        shop = await openEditShop(api, getContainer(), stripe)
        ;({ edits, store, shirt, mug, mugs, waiting } = shop)
      })

      const buy = (card: string | null) => shop.buy({ customer: { card } })
      const expectBooks = (order: PaidOrder, books: Partial<Books>) =>
        shop.expectBooks(order, { refund_rows: "0", ...books })

      const list = async (orderId: string, query = "") => {
        const { status, data } =
          await shop.refunds.get<AdminOrderEditListResponse>(
            `/admin/orders/${orderId}/edits${query}`
          )
        expect([status, data.message]).toEqual([200, undefined])
        return data
      }

      /** An answer of Stripe is lost, and that of its repeat. */
      const lose = (
        call: "confirm" | "cancel",
        effect: "reset_before" | "reset_after"
      ) =>
        stripe.control.addFault({
          method: "POST",
          path: new RegExp(`/${call}$`),
          effect,
          times: 2,
        })

      it("is previewed with Medusa's price and tax and the card that will be charged, and leaves nothing behind", async () => {
        const order = await buy("pm_card_mastercard")
        const before = await traces(getContainer())
        const { status, data } = await edits.preview(order.id, mugs(2))
        expect([status, data.message]).toEqual([200, undefined])
        expect(data.order_edit_preview).toMatchObject({
          before: { total: "65.41" },
          after: { item_total: "83.46", tax_total: "14.44", total: "89.41" },
          difference: "24.00",
          owed: "-24.00",
          settlement: {
            kind: "charge",
            amount: "24.00",
            payment_method_id: order.card,
            saved_cards: [
              {
                payment_method_id: order.card,
                brand: "mastercard",
                last4: "4444",
                exp_month: 12,
                exp_year: 2030,
              },
            ],
          },
        })
        expect(data.order_edit_preview.lines).toContainEqual({
          item_id: null,
          variant_id: mug.variant_id,
          title: "Mug",
          unit_price: "10",
          before: { quantity: 0, total: "0.00" },
          after: { quantity: 2, total: "24.00" },
        })
        expect(await traces(getContainer())).toEqual(before)
      })

      it("charges the saved card once, off session, and reserves the goods", async () => {
        const order = await buy("pm_card_visa")
        const { data: seen } = await edits.preview(order.id, mugs(2))
        const { status, data } = await edits.edit(
          order.id,
          { ...mugs(2), preview_hash: seen.order_edit_preview.hash },
          "add-mugs"
        )
        expect([status, data.message]).toEqual([200, undefined])
        expect(data.order_edit.settlement).toMatchObject({
          kind: "charge",
          status: "settled",
          amount: "24.00",
          code: null,
        })
        await expectBooks(order, {
          pending_difference: "0",
          payment_status: "captured",
        })
        expect(taken(stripe)).toBe(8941)
        const charge = stripe.control.snapshot().paymentIntents.at(-1)
        expect(charge).toMatchObject({
          payment_method: order.card,
          metadata: { order_id: order.id, order_edit_id: data.order_edit.id },
        })
        expect(await store.shelf(mug)).toEqual({ stocked: 9, reserved: 2 })
        expect(await store.reserved(itemOf(order))).toBe(3)
        const again = await edits.edit(
          order.id,
          { ...mugs(2), preview_hash: seen.order_edit_preview.hash },
          "add-mugs"
        )
        expect(again.data).toEqual(data)
        expect(taken(stripe)).toBe(8941)
      })

      it("reserves what a line has more, and keeps its discount for the units that had it", async () => {
        const order = await buy("pm_card_visa")
        const { data } = await edits.edit(order.id, {
          items: [{ item_id: itemOf(order), quantity: 5 }],
        })
        // 2 x 19.99 without discount, and 19 %.
        expect(data.order_edit).toMatchObject({
          difference: "47.58",
          settlement: { kind: "charge", status: "settled" },
        })
        expect(await store.reserved(itemOf(order))).toBe(5)
        expect(await store.shelf(shirt)).toEqual({ stocked: 10, reserved: 5 })
        await expectBooks(order, { pending_difference: "0" })
      })

      it.each([
        ["declines", "pm_card_chargeCustomerFail", "card_declined"],
        [
          "wants the customer",
          "pm_card_authenticationRequired",
          "authentication_required",
        ],
      ])(
        "leaves the order edited and owing, with a link that works, when the card %s",
        async (_, card, code) => {
          const order = await buy(card)
          const { status, data } = await edits.edit(order.id, mugs(1))
          expect(status).toBe(200)
          const { settlement } = data.order_edit
          expect(settlement).toMatchObject({
            kind: "charge",
            status: "failed",
            code,
            amount: "12.00",
            payment_link: `${STOREFRONT}/payment-collection/${settlement.payment_collection_id}?order_id=${order.id}`,
          })
          await expectBooks(order, { pending_difference: "12" })
          expect((await list(order.id)).order_edits).toEqual([data.order_edit])
          const [collection] = await waiting(order)
          expect(collection).toMatchObject({
            id: settlement.payment_collection_id,
            amount: 12,
            payment_sessions: [],
          })
          // Nobody can pay the intent of the failed charge any more.
          expect(stripe.control.snapshot().paymentIntents.at(-1)).toMatchObject(
            {
              status: "canceled",
            }
          )
          expect(taken(stripe)).toBe(6541)
          await payByLink(getContainer(), stripe, String(collection?.id))
          await expectBooks(order, {
            pending_difference: "0",
            payment_status: "captured",
          })
          expect(taken(stripe)).toBe(7741)
          const [paid] = (await list(order.id)).order_edits
          expect(paid?.settlement).toMatchObject({
            kind: "link",
            status: "settled",
            amount: "12.00",
            payment_link: null,
            code: null,
            message: null,
          })
        }
      )

      it("leaves a link where no card is saved", async () => {
        const order = await buy(null)
        const { data } = await edits.edit(order.id, mugs(1))
        expect(data.order_edit.settlement).toMatchObject({
          kind: "link",
          status: "waiting",
          amount: "12.00",
        })
        expect(await waiting(order)).toMatchObject([{ amount: 12 }])
        expect(taken(stripe)).toBe(6541)
      })

      it("lets the link ask for what is owed in the end", async () => {
        const order = await buy(null)
        await edits.edit(order.id, mugs(2))
        await edits.edit(order.id, {
          ...to(order, 2),
        })
        // 24.00 less 19.8214.
        expect(await waiting(order)).toMatchObject([{ amount: 4.18 }])
        expect((await list(order.id)).order_edits).toMatchObject([
          { difference: "-19.82" },
          {
            difference: "24.00",
            settlement: { kind: "link", status: "waiting", amount: "4.18" },
          },
        ])
        await edits.edit(order.id, {
          items: [{ item_id: itemOf(order), quantity: 1 }],
        })
        expect(await waiting(order)).toEqual([])
        const { order_edits } = await list(order.id)
        expect(order_edits.map(({ settlement }) => settlement.status)).toEqual([
          "settled",
          "settled",
          "settled",
        ])
        expect(
          stripe.control.snapshot().refunds.map(({ amount }) => amount)
        ).toEqual([1564])
      })

      it("what a later edit takes off comes back from both payments", async () => {
        const order = await buy("pm_card_visa")
        const { data } = await edits.edit(order.id, mugs(2))
        const mugLine = (await readOrder(getContainer(), order.id))?.items.find(
          ({ title }) => title === "Mug"
        )
        const edit = await edits.edit(order.id, {
          items: [
            { item_id: itemOf(order), quantity: 0 },
            { item_id: String(mugLine?.id), quantity: 1 },
          ],
        })
        expect(edit.data.order_edit.settlement).toMatchObject({
          kind: "refund",
          status: "settled",
          amount: "71.46",
        })
        expect(data.order_edit.settlement.payment_id).toBeTruthy()
        expect(
          stripe.control.snapshot().refunds.map(({ amount }) => amount)
        ).toEqual([6541, 605])
        await expectBooks(order, {
          pending_difference: "0",
          refund_rows: "71.46",
        })
      })

      it("charges once when the answer is lost after Stripe took the money", async () => {
        const order = await buy("pm_card_visa")
        lose("confirm", "reset_after")
        const { data } = await edits.edit(order.id, mugs(1), "lost")
        expect(data.order_edit.settlement.status).toBe("settled")
        expect(taken(stripe)).toBe(7741)
        await expectBooks(order, { pending_difference: "0" })
        await edits.edit(order.id, mugs(1), "lost")
        expect(taken(stripe)).toBe(7741)
      })

      it("charges nothing when Stripe could not be reached, and leaves the link", async () => {
        const order = await buy("pm_card_visa")
        lose("confirm", "reset_before")
        const { data } = await edits.edit(order.id, mugs(1))
        expect(data.order_edit.settlement).toMatchObject({
          kind: "charge",
          status: "failed",
        })
        expect(data.order_edit.settlement.payment_link).toContain(order.id)
        expect(taken(stripe)).toBe(6541)
        expect(stripe.control.snapshot().paymentIntents.at(-1)).toMatchObject({
          status: "canceled",
        })
      })

      it("Medusa's webhook may finish the charge first, or come after it", async () => {
        const order = await buy("pm_card_visa")
        // Every call after the charge fails: its outcome stays unknown.
        lose("confirm", "reset_after")
        lose("cancel", "reset_before")
        const first = await edits.edit(order.id, mugs(1), "webhook")
        expect(first.status).toBe(202)
        expect(first.data.order_edit.settlement.status).toBe("processing")
        expect((await list(order.id)).order_edits).toEqual([
          first.data.order_edit,
        ])
        expect(taken(stripe)).toBe(7741)
        await deliverPaid()
        const pending = await readUntil(
          "0",
          async () =>
            (await readBooks(getContainer(), stripe, order)).pending_difference
        )
        expect(pending).toBe("0")
        const finished = await edits.edit(order.id, mugs(1), "webhook")
        expect(finished.data.order_edit.settlement.status).toBe("settled")
        expect((await list(order.id)).order_edits).toEqual([
          finished.data.order_edit,
        ])
        const [session] = finishedSessions(
          await collectionsOf(getContainer(), order.id)
        )
        await bookAsWebhook(getContainer(), String(session?.id), 12)
        const collections = await collectionsOf(getContainer(), order.id)
        expect(
          collections.map(({ captured_amount }) => captured_amount)
        ).toEqual([65.4143, 12])
        await expectBooks(order, {
          pending_difference: "0",
          payment_status: "captured",
        })
        expect(taken(stripe)).toBe(7741)
      })

      it("is refused when the shelf has too little, and nothing changes", async () => {
        const order = await buy("pm_card_visa")
        const before = await traces(getContainer())
        for (const body of [
          mugs(10),
          { items: [{ item_id: itemOf(order), quantity: 11 }] },
        ]) {
          const { status, data } = await edits.edit(order.id, body)
          expect([status, data.code]).toEqual([400, "insufficient_stock"])
        }
        expect(await traces(getContainer())).toEqual(before)
        expect(taken(stripe)).toBe(6541)
      })

      it("is found later, newest first, without the card and its customer", async () => {
        const order = await buy("pm_card_visa")
        expect(await list(order.id)).toEqual({
          order_edits: [],
          count: 0,
          offset: 0,
          limit: 20,
        })
        const up = await edits.edit(order.id, mugs(2))
        const down = await edits.edit(order.id, {
          ...to(order, 2),
          settle: "later",
        })
        const known = await list(order.id)
        expect(known).toEqual({
          order_edits: [down.data.order_edit, up.data.order_edit],
          count: 2,
          offset: 0,
          limit: 20,
        })
        expect(JSON.stringify(known)).not.toMatch(/cus_|pm_|4242|pi_/)
        expect(await list(order.id, "?limit=1&offset=1")).toEqual({
          order_edits: [up.data.order_edit],
          count: 2,
          offset: 1,
          limit: 1,
        })
        expect((await list((await shop.buy()).id)).count).toBe(0)
        await shop.refunds.create(order.id, { outstanding: true })
        expect((await list(order.id)).order_edits[0]?.settlement).toMatchObject(
          { kind: "later", status: "settled", amount: "19.82" }
        )
        await expectBooks(order, {
          pending_difference: "0",
          refund_rows: "19.82",
        })
      })

      it("is read of an order that exists, by a query that makes sense", async () => {
        const order = await buy(null)
        for (const [path, status, code] of [
          ["order_none/edits", 404, "order_not_found"],
          [`${order.id}/edits?limit=0`, 400, "invalid_request"],
          [`${order.id}/edits?status=settled`, 400, "invalid_request"],
        ]) {
          const answer = await shop.refunds.get(`/admin/orders/${path}`)
          expect([answer.status, answer.data.code]).toEqual([status, code])
        }
      })

      const finishedSessions = (collections: Collection[]) =>
        collections
          .filter(({ amount }) => amount === 12)
          .flatMap(({ payment_sessions }) => payment_sessions)

      async function deliverPaid() {
        for (const event of eventsOf(stripe)) {
          if (event.type === "payment_intent.succeeded") {
            await send(api, JSON.stringify(event), { door: DOORS.medusas })
          }
        }
      }
    })
  },
})
