import { NO_ITEM } from "./item-entry"
import { emptyForm, everythingLeft } from "./refund-form"
import { toAssignRequest, toPlanRequest } from "./refund-request"

const item = (item_id: string, units: number, refundable_amount: string) => ({
  item_id,
  title: item_id,
  refundable_quantity: units,
  refundable_amount,
  refunded_quantity: 0,
  refunded_amount: "0.00",
  cancelable_quantity: 0,
  returnable_quantity: units,
})

/** Nothing of it was shipped. */
const here = (...args: Parameters<typeof item>) => ({
  ...item(...args),
  cancelable_quantity: args[1],
  returnable_quantity: 0,
})

const left = {
  items: [
    item("shirt", 3, "59.47"),
    item("mug", 0, "1.50"),
    item("cap", 0, "0.00"),
  ],
  shipping: [
    { shipping_method_id: "post", refundable_amount: "5.00" },
    { shipping_method_id: "gone", refundable_amount: "0.00" },
  ].map((method) => ({ ...method, title: "", refunded_amount: "0.00" })),
}

describe("refunding everything left", () => {
  const form = everythingLeft(emptyForm(), left, { movesGoods: true })

  it("says all, so that a part paid by credit is no obstacle", () => {
    expect(toPlanRequest(form)).toEqual({ items: "all", shipping: "all" })
  })

  it("shows what is left of each line, and nothing of the others", () => {
    expect(form.items).toEqual({
      shirt: { ...NO_ITEM, quantity: 3 },
      mug: { ...NO_ITEM, mode: "amount", amount: "1.50" },
    })
    expect(form.shipping).toEqual({ post: { selected: true, amount: "" } })
  })

  it("names the lines again once one of them is changed", () => {
    expect(toPlanRequest({ ...form, everything: false })).toEqual({
      items: [
        { item_id: "shirt", quantity: 3 },
        { item_id: "mug", amount: "1.50" },
      ],
      shipping: [{ shipping_method_id: "post" }],
    })
  })

  describe("with goods that were not shipped", () => {
    const stock = {
      items: [...left.items, here("hat", 2, "20.00"), here("gift", 1, "0.00")],
      shipping: left.shipping,
    }
    const all = everythingLeft(emptyForm(), stock, { movesGoods: true })

    it("names all that is left, kept back amounts too, and still all the shipping", () => {
      expect(toPlanRequest(all)).toEqual({
        items: [
          { item_id: "shirt", quantity: 3 },
          { item_id: "mug", amount: "1.50" },
          { item_id: "hat", quantity: 2, restock: "cancel" },
          { item_id: "gift", quantity: 1, restock: "cancel" },
        ],
        shipping: "all",
      })
    })

    it("leaves the goods alone where only money is assigned", () => {
      const assigned = everythingLeft(emptyForm(), stock, { movesGoods: false })
      expect(Object.keys(assigned.items)).toEqual(["shirt", "mug", "hat"])
      expect(toAssignRequest(assigned)).toEqual({
        items: "all",
        shipping: "all",
      })
      expect(toAssignRequest({ ...all, everything: false }).items).toEqual([
        { item_id: "shirt", quantity: 3 },
        { item_id: "mug", amount: "1.50" },
        { item_id: "hat", quantity: 2 },
        { item_id: "gift", quantity: 1 },
      ])
    })
  })
})
