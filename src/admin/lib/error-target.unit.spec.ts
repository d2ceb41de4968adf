import { errorTarget, messageFor } from "./error-target"

const request = {
  items: [
    { item_id: "shirt", quantity: 1 },
    { item_id: "mug", amount: "2" },
  ],
  shipping: [{ shipping_method_id: "post", amount: "9" }],
}

describe("the control that an error is shown at", () => {
  it.each([
    ["items.1.amount", { kind: "item", id: "mug" }],
    ["items.0.quantity", { kind: "item", id: "shirt" }],
    ["shipping.0.amount", { kind: "shipping", id: "post" }],
    ["adjustment.amount", { kind: "adjustment_amount" }],
    ["adjustment.description", { kind: "adjustment_description" }],
    ["items.0.restock", { kind: "item", id: "shirt" }],
    ["location_id", { kind: "location" }],
    ["payments", { kind: "payments" }],
    ["payments.1.amount", { kind: "payments" }],
    ["items.7.quantity", null],
    ["refund_reason_id", null],
  ])("%s", (field, target) => {
    expect(errorTarget({ details: { field } }, request)).toEqual(target)
  })

  it("is none for an error about no field", () => {
    expect(errorTarget({}, request)).toBeNull()
  })

  it("is none of the lines when everything was asked for", () => {
    const details = { field: "items.0.quantity" }
    expect(errorTarget({ details }, { items: "all" })).toBeNull()
  })

  it("gets the message, and no other control does", () => {
    const target = { kind: "item", id: "mug" } as const
    expect(messageFor(target, "too much", "item", "mug")).toBe("too much")
    expect(messageFor(target, "too much", "item", "shirt")).toBeUndefined()
    expect(messageFor(target, "too much", "payments")).toBeUndefined()
  })
})
