import {
  canMove,
  isLeft,
  isSameMoney,
  NO_ITEM,
  withQuantity,
  withRestock,
} from "./item-entry"

/** Five units: two at the store, three with the customer. */
const units = {
  refundable_quantity: 5,
  cancelable_quantity: 2,
  returnable_quantity: 3,
}

const restockOf = (quantity: number) =>
  withQuantity(NO_ITEM, quantity, units).restock

describe("what happens to the units of an item", () => {
  it.each([
    ["cancel", 2, true],
    ["cancel", 3, false],
    ["return", 3, true],
    ["return", 4, false],
    ["none", 5, true],
  ] as const)("%s of %i is possible: %s", (restock, quantity, expected) => {
    expect(canMove(restock, quantity, units)).toBe(expected)
  })

  it("is preselected: off the order while as many were not shipped", () => {
    expect([0, 1, 2, 3].map(restockOf)).toEqual([
      "none",
      "cancel",
      "cancel",
      "none",
    ])
  })

  it("stays what the merchant chose, for as long as that is possible", () => {
    const chosen = withRestock(withQuantity(NO_ITEM, 1, units), "return")
    const at = (quantity: number) => withQuantity(chosen, quantity, units)
    expect(at(2).restock).toBe("return")
    expect(at(3).restock).toBe("return")
    expect(at(4).restock).toBe("none")
    expect(withQuantity(at(4), 3, units).restock).toBe("return")
  })

  it("is not cancelled again after the merchant let the customer keep it", () => {
    const kept = withRestock(withQuantity(NO_ITEM, 1, units), "none")
    expect(withQuantity(kept, 2, units).restock).toBe("none")
  })
})

describe("an item", () => {
  it.each([
    ["with money", { refundable_amount: "0.01" }, true],
    ["for free that was not shipped", { cancelable_quantity: 1 }, true],
    ["for free with the customer", { returnable_quantity: 1 }, true],
    ["without anything", {}, false],
  ])("%s is left: %s", (_, some, expected) => {
    const nothing = {
      refundable_amount: "0.00",
      refundable_quantity: 1,
      cancelable_quantity: 0,
      returnable_quantity: 0,
    }
    expect(isLeft({ ...nothing, ...some })).toBe(expected)
  })

  it("costs the same wherever its goods go", () => {
    const two = withQuantity(NO_ITEM, 2, units)
    expect(isSameMoney(two, withRestock(two, "none"))).toBe(true)
    expect(isSameMoney(two, withQuantity(two, 1, units))).toBe(false)
    expect(isSameMoney(two, { ...two, mode: "amount" })).toBe(false)
  })
})
