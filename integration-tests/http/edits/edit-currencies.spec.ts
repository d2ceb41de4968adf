import type { Books } from "../../support/books"
import { readBooks } from "../../support/books"
import type { PaidOrder } from "../../support/paid-order"
import { refundsApi } from "../../support/refunds-api"
import { openStockedStore } from "../../support/stocked-store"
import { storeTests } from "../../support/store-tests"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { collectionsOf } from "./support/collections"
import { taken, to } from "./support/edit-shop"
import { editsApi, type EditsApi } from "./support/edits-api"
import { openRegion } from "./support/priced-store"
import { traces } from "./support/traces"

/** Three units with a tax that leaves fractions of the smallest amount. */
type Recipe = {
  currency: string
  unit_price: number
  rate: number
  paid: number
}

const YEN: Recipe = { currency: "jpy", unit_price: 333, rate: 10, paid: 1098.9 }
const DINAR: Recipe = {
  currency: "kwd",
  unit_price: 1.235,
  rate: 5,
  paid: 3.89025,
}

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("an edit in a currency without cents, or with three decimals", () => {
      let edits: EditsApi
      let variant_id: string

      const buy = async ({ currency, unit_price, rate, paid }: Recipe) => {
        stripe.control.reset()
        const container = getContainer()
        edits = editsApi(api, await refundsApi(api, container))
        const store = await openStockedStore(container)
        ;({ variant_id } = await store.stock("Tea", 10))
        return store.order(
          stripe,
          {
            currency_code: currency,
            region_id: await openRegion(container, currency),
            shipping_address: { country_code: "de" },
            items: [
              {
                title: "Tea",
                quantity: 3,
                unit_price,
                variant_id,
                tax_lines: [{ code: "VAT", rate }],
              },
            ],
          },
          [{ amount: paid }]
        )
      }
      const expectBooks = async (order: PaidOrder, books: Partial<Books>) =>
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject(
          books
        )
      const refunded = () =>
        stripe.control.snapshot().refunds.map(({ amount }) => amount)

      it.each([
        [YEN, 1099, "366", 366],
        // Worth 1.2965: Stripe takes and gives whole tens of fils, rounded up.
        [DINAR, 3890, "1.300", 1300],
      ])(
        "fewer units come back, to the smallest amount (%j)",
        async (recipe, paid, amount, minor) => {
          const order = await buy(recipe)
          expect(taken(stripe)).toBe(paid)
          const { data: seen } = await edits.preview(order.id, to(order, 2))
          expect(seen.order_edit_preview.settlement).toMatchObject({
            kind: "refund",
            amount,
          })
          const { data } = await edits.edit(order.id, to(order, 2))
          expect(data.order_edit.settlement).toMatchObject({
            status: "settled",
            amount,
          })
          expect(refunded()).toEqual([minor])
          await expectBooks(order, { pending_difference: "0" })
        }
      )

      it.each([
        [YEN, "366", 366],
        [DINAR, "1.300", 1.3],
      ])(
        "more units are asked for by the link, to the smallest amount (%j)",
        async (recipe, amount, asked) => {
          const order = await buy(recipe)
          const { data } = await edits.edit(order.id, to(order, 4))
          expect(data.order_edit.settlement).toMatchObject({
            kind: "link",
            status: "owing",
            amount,
          })
          expect(
            (await collectionsOf(getContainer(), order.id)).at(-1)
          ).toMatchObject({ status: "not_paid", amount: asked })
        }
      )

      it.each([
        [YEN, 10.5, "amount_not_representable"],
        [YEN, "1000000000000", "invalid_amount"],
        [DINAR, "1.2345", "amount_not_representable"],
        [DINAR, "1e30", "invalid_amount"],
      ])(
        "a price that nobody writes is refused (%j, %s)",
        async (recipe, unit_price, code) => {
          const order = await buy(recipe)
          const before = await traces(getContainer())
          const body = { additions: [{ variant_id, quantity: 1, unit_price }] }
          for (const answer of [
            await edits.preview(order.id, body),
            await edits.edit(order.id, body),
          ]) {
            expect([answer.status, answer.data.code]).toEqual([400, code])
            expect(answer.data.details).toMatchObject({
              field: "additions.0.unit_price",
            })
          }
          expect(await traces(getContainer())).toEqual(before)
        }
      )

      it.each([
        [YEN, 100, "120"],
        // 1.482 with its tax; what moves is whole tens of fils.
        [DINAR, "1.235", "1.490"],
      ])(
        "a price with the decimals of its currency is taken (%j, %s)",
        async (recipe, unit_price, difference) => {
          const order = await buy(recipe)
          const { status, data } = await edits.preview(order.id, {
            additions: [{ variant_id, quantity: 1, unit_price }],
          })
          expect([status, data.message]).toEqual([200, undefined])
          expect(data.order_edit_preview.lines.at(-1)?.unit_price).toBe(
            String(unit_price)
          )
          expect(data.order_edit_preview.difference).toBe(difference)
        }
      )

      it("more units than any order has are refused", async () => {
        const order = await buy(YEN)
        for (const body of [
          to(order, 1_000_001),
          { additions: [{ variant_id, quantity: 1_000_001 }] },
        ]) {
          const { status, data } = await edits.preview(order.id, body)
          expect([status, data.code]).toEqual([400, "invalid_quantity"])
          expect(data.message).toContain("1000000")
        }
      })
    })
  },
})
