import { readBooks } from "../../support/books"
import { check } from "../../support/refund-checks"
import { storeTests } from "../../support/store-tests"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { openEditShop, type EditShop } from "./support/edit-shop"
import { customerWithCard } from "./support/priced-store"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

type Item = {
  title: string
  quantity: number
  unit_price: number
  is_tax_inclusive?: boolean
  tax_lines?: { code: string; rate: number }[]
  adjustments?: { code: string; amount: number }[]
}

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("what an edit charges of a total that nobody can pay exactly", () => {
      let shop: EditShop
      beforeEach(async () => {
        shop = await openEditShop(api, getContainer(), stripe)
      })

      const buy = async (
        currency_code: string,
        items: Item[],
        paid: number
      ) => {
        const customer = await customerWithCard(
          getContainer(),
          stripe,
          "pm_card_visa",
          "ada@example.com"
        )
        return shop.store.order(
          stripe,
          {
            currency_code,
            region_id: shop.region_id,
            customer_id: customer.id,
            shipping_address: { country_code: "de" },
            items,
          },
          [{ amount: paid }]
        )
      }

      it("44.020 dinars for 44.0181625: what is left open is owed to nobody", async () => {
        const chair = { title: "Chair", quantity: 2, unit_price: 40.43 }
        const tax_lines = [{ code: "VAT", rate: 8.875 }]
        const order = await buy("kwd", [{ ...chair, tax_lines }], 88.036325)
        const [line] = order.items
        const { data } = await shop.edits.edit(order.id, {
          items: [{ item_id: String(line?.id), quantity: 3 }],
        })
        expect(data.order_edit.settlement).toMatchObject({
          kind: "charge",
          status: "settled",
          amount: "44.020",
        })
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          pending_difference: "0",
        })
        const { summary } = await shop.refunds.overview(order.id)
        expect(summary).toMatchObject({ owed: "0.000", refundable: "132.060" })
        expect(await check(getContainer(), { order_id: order.id })).toEqual([])
      })

      it("29.97 for 29.965, as the preview said", async () => {
        const taxed = (rate: number) => [{ code: "VAT", rate }]
        const order = await buy(
          "eur",
          [
            { title: "Cup", quantity: 4, unit_price: 27.01 },
            {
              title: "Lamp",
              quantity: 4,
              unit_price: 29.97,
              is_tax_inclusive: true,
              tax_lines: taxed(19),
              adjustments: [{ code: "LESS", amount: 11.58 }],
            },
            {
              title: "Bulb",
              quantity: 1,
              unit_price: 17.5,
              tax_lines: taxed(7),
            },
            { title: "Cord", quantity: 2, unit_price: 12.54 },
          ],
          257.9448
        )
        const [cup, lamp, bulb] = order.items.map(({ id }) => id)
        const refund = (
          item_id: string,
          restock: "none" | "cancel",
          quantity: number
        ) =>
          shop.refunds.create(order.id, {
            items: [{ item_id, quantity, restock }],
          })
        await refund(String(cup), "cancel", 2)
        const { data: refunded } = await refund(String(bulb), "none", 1)
        // Worth 18.725: the edit lets the customer owe 29.97 less half a cent.
        expect(refunded.order_refund.amount).toBe("18.72")
        const body = {
          items: [
            { item_id: String(lamp), quantity: 5 },
            { item_id: String(bulb), quantity: 0 },
          ],
        }
        const { data: seen } = await shop.edits.preview(order.id, body)
        expect(seen.order_edit_preview.settlement.amount).toBe("29.97")
        const { data } = await shop.edits.edit(order.id, body)
        expect(data.order_edit.settlement).toMatchObject({
          kind: "charge",
          status: "settled",
          amount: "29.97",
        })
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          pending_difference: "0",
        })
        expect(await check(getContainer(), { order_id: order.id })).toEqual([])
      })
    })
  },
})
