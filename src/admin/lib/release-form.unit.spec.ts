import {
  everythingHeld,
  nothingHeld,
  releasableOf,
  toReleaseBody,
  toReleaseRequest,
} from "./release-form"
import type { OrderEditItem } from "./order-edit-order"

const line = (
  id: string,
  quantity: number,
  fulfilled_quantity = 0
): OrderEditItem => ({
  id,
  quantity,
  title: "Trail Shirt",
  product_title: null,
  variant_id: null,
  variant_title: null,
  variant_sku: null,
  thumbnail: null,
  unit_price: 19.99,
  detail: { fulfilled_quantity },
})

const order = {
  items: [line("shirt", 3), line("sock", 2, 2), line("gone", 0)],
  shipping_methods: [{ id: "ship", name: "Standard" }],
}

describe("the form of a release", () => {
  it("opens with everything that was not shipped", () => {
    expect(toReleaseRequest(everythingHeld(order))).toEqual({
      items: [{ item_id: "shirt", quantity: 3 }],
      shipping: [{ shipping_method_id: "ship" }],
    })
  })

  it("never releases what was shipped", () => {
    expect(releasableOf(line("shirt", 3, 1))).toBe(2)
    expect(releasableOf(line("shirt", 3, 3))).toBe(0)
  })

  it("asks for nothing when nothing is chosen, and keeps the note", () => {
    const form = { ...everythingHeld(order), note: "By phone" }
    expect(toReleaseRequest(nothingHeld(form))).toBeNull()
    expect(nothingHeld(form).note).toBe("By phone")
  })

  it("leaves out shipping that the customer still pays", () => {
    const form = { ...everythingHeld(order), shipping: { ship: false } }
    expect(toReleaseRequest(form)).toEqual({
      items: [{ item_id: "shirt", quantity: 3 }],
    })
  })

  it("sends a note where there is one", () => {
    expect(toReleaseBody({ note: " " }, {})).toEqual({})
    expect(toReleaseBody({ note: " By phone " }, {})).toEqual({
      note: "By phone",
    })
  })
})
