import { NO_ITEM } from "./item-entry"
import { emptyForm, expectsReturn } from "./refund-form"
import { missingInput, toPlanRequest, toRefundRequest } from "./refund-request"

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
      mug: {
        ...NO_ITEM,
        mode: "amount" as const,
        quantity: 1,
        amount: " 1,50 ",
      },
      cap: NO_ITEM,
      hat: { ...NO_ITEM, mode: "amount" as const },
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

  it("carries notes and reason, and leaves empty ones out", () => {
    const form = { ...emptyForm(), note: " torn ", refund_reason_id: "refr_1" }
    expect(toRefundRequest(form)).toEqual({
      note: "torn",
      refund_reason_id: "refr_1",
    })
  })

  it("says what happens to units, and nothing of units that stay", () => {
    const items = {
      shirt: { ...NO_ITEM, quantity: 1, restock: "cancel" as const },
      mug: { ...NO_ITEM, quantity: 1 },
    }
    expect(toPlanRequest({ ...emptyForm(), items })).toEqual({
      items: [
        { item_id: "shirt", quantity: 1, restock: "cancel" },
        { item_id: "mug", quantity: 1 },
      ],
    })
  })

  it("names a location only where goods come back", () => {
    const form = { ...emptyForm(), location_id: "sloc_1" }
    const shirt = { ...NO_ITEM, quantity: 1, restock: "return" as const }
    const returned = { ...form, items: { shirt } }
    expect(expectsReturn(form)).toBe(false)
    expect(toRefundRequest(form)).toEqual({})
    expect(expectsReturn(returned)).toBe(true)
    expect(toRefundRequest(returned).location_id).toBe("sloc_1")
  })

  it("has something to preview when the debt of the order is asked for", () => {
    expect(missingInput({ outstanding: true })).toBeNull()
  })
})
