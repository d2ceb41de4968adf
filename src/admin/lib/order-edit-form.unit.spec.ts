import {
  toEditBody,
  toEditRequest,
  unchangedOrder,
  withAddition,
  withLineQuantity,
  withVariant,
} from "./order-edit-form"

const shirt = { id: "ordli_shirt", quantity: 3 }
const mug = { variant_id: "variant_mug", name: "Camp Mug" }

describe("the form of an order edit", () => {
  it("asks for nothing while nothing is changed", () => {
    expect(toEditRequest(unchangedOrder())).toBeNull()
  })

  it("names only the lines that differ from the order", () => {
    const fewer = withLineQuantity(unchangedOrder(), shirt, 1)
    expect(fewer.quantities).toEqual({ ordli_shirt: 1 })
    expect(withLineQuantity(fewer, shirt, 3).quantities).toEqual({})
  })

  it("keeps what was entered when the order has it by now, so that a second send is the same edit", () => {
    const { quantities } = withLineQuantity(unchangedOrder(), shirt, 1)
    const form = { ...unchangedOrder(), quantities }
    expect(toEditRequest(form)?.items).toEqual([
      { item_id: "ordli_shirt", quantity: 1 },
    ])
  })

  it("takes a line off by asking for none of it", () => {
    const { quantities } = withLineQuantity(unchangedOrder(), shirt, 0)
    expect(toEditRequest({ ...unchangedOrder(), quantities })).toEqual({
      items: [{ item_id: "ordli_shirt", quantity: 0 }],
      discounts: "keep",
      settle: "auto",
    })
  })

  it("counts a variant up that is added twice: the server takes it once", () => {
    const once = withVariant(unchangedOrder(), mug)
    expect(withVariant(once, mug).additions).toEqual([
      { ...mug, quantity: 2, unit_price: "" },
    ])
  })

  it("sends a price only where one was entered, with a point", () => {
    const { additions } = withVariant(unchangedOrder(), mug)
    const form = { ...unchangedOrder(), additions }
    expect(toEditRequest(form)?.additions).toEqual([
      { variant_id: "variant_mug", quantity: 1 },
    ])
    const priced = withAddition(form, "variant_mug", { unit_price: " 9,50 " })
    expect(toEditRequest({ ...form, ...priced })?.additions).toEqual([
      { variant_id: "variant_mug", quantity: 1, unit_price: "9.50" },
    ])
  })

  it("leaves out an addition of none, and one that was taken off again", () => {
    const { additions } = withVariant(unchangedOrder(), mug)
    const form = { ...unchangedOrder(), additions }
    const none = withAddition(form, "variant_mug", { quantity: 0 })
    expect(toEditRequest({ ...form, ...none })).toBeNull()
    expect(withAddition(form, "variant_mug", null).additions).toEqual([])
  })

  it("names a card only where one is charged", () => {
    const form = {
      ...unchangedOrder(),
      quantities: { ordli_shirt: 4 },
      payment_method_id: "pm_1",
    }
    expect(toEditRequest({ ...form, settle: "charge" })).toMatchObject({
      settle: "charge",
      payment_method_id: "pm_1",
    })
    expect(toEditRequest({ ...form, settle: "link" })).not.toHaveProperty(
      "payment_method_id"
    )
  })

  it("adds the note and the reason to what is sent, where there are any", () => {
    const request = { items: [], discounts: "keep" as const }
    const form = { ...unchangedOrder(), note: "  ", refund_reason_id: "" }
    expect(toEditBody(form, request)).toEqual(request)
    expect(
      toEditBody(
        { ...form, note: " By phone ", refund_reason_id: "r1" },
        request
      )
    ).toEqual({ ...request, note: "By phone", refund_reason_id: "r1" })
  })
})
