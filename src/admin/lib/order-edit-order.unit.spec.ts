import { cardsThatPaid, linesOf } from "./order-edit-order"

describe("an order that can be edited", () => {
  it("does not show lines that an edit took off", () => {
    const line = (id: string, quantity: number) => ({
      id,
      quantity,
      title: "Trail Shirt",
      product_title: null,
      variant_id: null,
      variant_title: null,
      variant_sku: null,
      thumbnail: null,
      unit_price: 19.99,
      detail: null,
    })
    expect(
      linesOf({ items: [line("gone", 0), line("kept", 1)] }).map(({ id }) => id)
    ).toEqual(["kept"])
  })
})

describe("the cards that paid", () => {
  it("are known by the ids of their payments, where the provider tells", () => {
    const visa = { id: "pm_1", card: { brand: "visa", last4: "4242" } }
    expect(
      cardsThatPaid({
        payment_collections: [
          {
            payments: [
              { id: "pay_1", data: { payment_method: visa } },
              { id: "pay_2", data: { payment_method: "pm_2" } },
              { id: "pay_3", data: {} },
              { id: "pay_4" },
            ],
          },
        ],
      })
    ).toEqual({ pay_1: "Visa ••••4242" })
  })
})
