import { stockText, variantName } from "./order-edit-variant"

const t = (key: string, values?: Record<string, string>) =>
  [key, ...Object.values(values ?? {})].join("|")

describe("a variant in the search", () => {
  it("is called by its product and itself", () => {
    const product = { title: "Trail Shirt", thumbnail: null }
    expect(variantName({ title: "Blue", product })).toBe("Trail Shirt, Blue")
    expect(variantName({ title: "Blue", product: null })).toBe("Blue")
  })

  it("says how many are free, or that nobody counts them", () => {
    expect(
      stockText({ manage_inventory: true, inventory_quantity: 0 }, t)
    ).toBe("refundOrderEdit.search.stock|0")
    expect(stockText({ manage_inventory: false }, t)).toBe(
      "refundOrderEdit.search.uncounted"
    )
    expect(stockText({ manage_inventory: true }, t)).toBe("")
  })
})
