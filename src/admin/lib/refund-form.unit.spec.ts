import {
  emptyForm,
  everythingLeft,
  missingInput,
  NO_ITEM,
  toPlanRequest,
  toRefundRequest,
} from "./refund-form"

const left = {
  items: [
    { item_id: "shirt", refundable_quantity: 3, refundable_amount: "59.47" },
    { item_id: "mug", refundable_quantity: 0, refundable_amount: "1.50" },
    { item_id: "cap", refundable_quantity: 0, refundable_amount: "0.00" },
  ].map((item) => ({
    ...item,
    title: item.item_id,
    refunded_quantity: 0,
    refunded_amount: "0.00",
  })),
  shipping: [
    { shipping_method_id: "post", refundable_amount: "5.00" },
    { shipping_method_id: "gone", refundable_amount: "0.00" },
  ].map((method) => ({ ...method, title: "", refunded_amount: "0.00" })),
}

describe("the request that the form makes", () => {
  it("is empty as long as nothing was entered", () => {
    expect(toPlanRequest(emptyForm())).toEqual({})
    expect(missingInput(toPlanRequest(emptyForm()))).toBe("choice")
  })

  it("needs to know what an extra amount is for", () => {
    const asked = (description: string) =>
      toPlanRequest({
        ...emptyForm(),
        adjustment: { amount: "5", description },
      })
    expect(missingInput(asked("  "))).toBe("description")
    expect(missingInput(asked("late"))).toBeNull()
  })

  it("names the items with a quantity or an amount, never both", () => {
    const items = {
      shirt: { ...NO_ITEM, quantity: 2 },
      mug: { mode: "amount" as const, quantity: 1, amount: " 1,50 " },
      cap: NO_ITEM,
      hat: { mode: "amount" as const, quantity: 0, amount: "" },
    }
    expect(toPlanRequest({ ...emptyForm(), items })).toEqual({
      items: [
        { item_id: "shirt", quantity: 2 },
        { item_id: "mug", amount: "1.50" },
      ],
    })
  })

  it("keeps every digit of an amount", () => {
    const amount = "90071992547409.93"
    const adjustment = { amount, description: "late" }
    expect(toPlanRequest({ ...emptyForm(), adjustment })).toEqual({
      adjustment,
    })
  })

  it("asks for all of a shipping method whose amount is empty", () => {
    const shipping = {
      post: { selected: true, amount: "" },
      air: { selected: true, amount: "2,5" },
      off: { selected: false, amount: "9" },
    }
    expect(toPlanRequest({ ...emptyForm(), shipping })).toEqual({
      shipping: [
        { shipping_method_id: "post" },
        { shipping_method_id: "air", amount: "2.5" },
      ],
    })
  })

  it("names payments only where an amount was chosen", () => {
    const payments = { first: "3,00", second: "" }
    expect(toPlanRequest({ ...emptyForm(), payments })).toEqual({
      payments: [{ payment_id: "first", amount: "3.00" }],
    })
  })

  it("carries notes and reason beside the hash, and leaves empty ones out", () => {
    const form = { ...emptyForm(), note: " torn ", refund_reason_id: "refr_1" }
    expect(toRefundRequest(form, "abc")).toEqual({
      note: "torn",
      refund_reason_id: "refr_1",
      plan_hash: "abc",
    })
  })
})

describe("refunding everything left", () => {
  const form = everythingLeft(emptyForm(), left)

  it("says all, so that a part paid by credit is no obstacle", () => {
    expect(toPlanRequest(form)).toEqual({ items: "all", shipping: "all" })
  })

  it("shows what is left of each line, and nothing of the others", () => {
    expect(form.items).toEqual({
      shirt: { mode: "quantity", quantity: 3, amount: "" },
      mug: { mode: "amount", quantity: 0, amount: "1.50" },
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
})
