import { en } from "../../messages"
import { EMPTY_DECLARATION, filledIn } from "./declaration"
import { withdrawable } from "./withdrawal-items"
import type { StoreRefundOption } from "../../../types/refund-request"

describe("a declaration of withdrawal", () => {
  const declared = {
    ...EMPTY_DECLARATION,
    name: " Anna Keller ",
    orderNumber: "7",
    email: "anna@example.com",
  }
  const needed = ["name", "orderNumber", "email"] as const

  it("is the fields that the law lets a shop ask for", () => {
    expect(filledIn(declared, needed, en)).toEqual({
      name: "Anna Keller",
      orderNumber: "7",
      email: "anna@example.com",
    })
  })

  it.each([
    [{ name: "  " }, "Your name: Please fill this in."],
    [{ orderNumber: "" }, "Order number: Please fill this in."],
    [{ email: "anna" }, "E-mail address: Please fill this in."],
  ])("with %j says which field is missing", (change, problem) => {
    expect(() => filledIn({ ...declared, ...change }, needed, en)).toThrow(
      problem
    )
  })

  it("is of what the law allows, whatever the shop's policy says", () => {
    const item = (id: string, quantity: number, code?: string) =>
      ({
        item_id: id,
        quantity: 0,
        withdrawal: {
          quantity,
          deadline: null,
          blocked: code ? { code, text: code } : null,
        },
      }) as StoreRefundOption
    const items = [item("a", 2), item("b", 0), item("c", 1, "window_over")]
    expect(
      withdrawable(items).map(({ item_id, quantity }) => [item_id, quantity])
    ).toEqual([["a", 2]])
  })
})
