import { restockOfRequest } from "./restock-of-request"

describe("the goods of a request", () => {
  it.each([
    ["are with the customer: they come back", 2, 0, 3, "return"],
    ["were not shipped: they leave the order", 2, 3, 0, "cancel"],
    ["are partly shipped, enough with the customer", 1, 2, 1, "return"],
    ["are partly shipped, of each too few", 3, 2, 1, "none"],
    ["came back already", 1, 0, 0, "none"],
  ] as const)("%s", (_, quantity, cancelable, returnable, restock) => {
    expect(
      restockOfRequest(quantity, {
        cancelable_quantity: cancelable,
        returnable_quantity: returnable,
      })
    ).toBe(restock)
  })
})
