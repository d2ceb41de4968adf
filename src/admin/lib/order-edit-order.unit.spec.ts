import {
  canEdit,
  cardsThatPaid,
  isOnlyAuthorized,
  linesOf,
} from "./order-edit-order"

const held = { id: "pay_1", captured_at: null, canceled_at: null, captures: [] }
const paid = { ...held, captured_at: "2026-01-01T00:00:00Z" }
const orderWith = (...payments: object[]) => ({
  status: "pending",
  payment_collections: [{ payments: payments as (typeof held)[] }],
})

describe("an order that can be released", () => {
  it("holds money and has taken none", () => {
    expect(isOnlyAuthorized(orderWith(held))).toBe(true)
    expect(isOnlyAuthorized(orderWith(held, paid))).toBe(false)
    expect(isOnlyAuthorized(orderWith(paid))).toBe(false)
  })

  it("has taken money when only a part was captured", () => {
    expect(isOnlyAuthorized(orderWith({ ...held, captures: [{}] }))).toBe(false)
  })

  it("has something to release: no payment, or a cancelled one, is nothing", () => {
    const gone = { ...held, canceled_at: "2026-01-01T00:00:00Z" }
    expect(isOnlyAuthorized(orderWith())).toBe(false)
    expect(isOnlyAuthorized(orderWith(gone))).toBe(false)
    expect(isOnlyAuthorized(orderWith(gone, held))).toBe(true)
    expect(
      isOnlyAuthorized({ status: "pending", payment_collections: null })
    ).toBe(false)
  })

  it("is not cancelled", () => {
    expect(isOnlyAuthorized({ ...orderWith(held), status: "canceled" })).toBe(
      false
    )
  })
})

describe("an order that can be edited", () => {
  it.each([
    ["pending", true],
    ["completed", true],
    ["canceled", false],
    ["archived", false],
  ])("%s: %s", (status, expected) => {
    expect(canEdit({ status })).toBe(expected)
  })

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
      cardsThatPaid(
        orderWith(
          { ...held, id: "pay_1", data: { payment_method: visa } },
          { ...held, id: "pay_2", data: { payment_method: "pm_2" } },
          { ...held, id: "pay_3", data: {} },
          { ...held, id: "pay_4" }
        )
      )
    ).toEqual({ pay_1: "Visa ••••4242" })
  })
})
