import { itemName, itemSubtitle, itemTitle } from "./item-name"

const shirt = {
  title: "Shirt",
  product_title: "Trail Shirt",
  variant_title: "M",
  variant_sku: "SHIRT-M",
}

describe("the name of an item", () => {
  it("has the variant, so that two of one product differ", () => {
    expect(itemName({ title: "Shirt" }, shirt)).toBe("Trail Shirt, M")
    expect(itemSubtitle(shirt)).toBe("M · SHIRT-M")
  })

  it("is the item's title where there is no product", () => {
    const custom = { ...shirt, product_title: null, variant_title: null }
    expect(itemName({ title: "Shirt" }, custom)).toBe("Shirt")
  })

  it("is known before the order's items have come", () => {
    expect(itemTitle({ title: "Shirt" })).toBe("Shirt")
    expect(itemSubtitle()).toBe("")
  })
})
