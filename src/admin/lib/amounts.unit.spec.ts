import { sumOf, unallocatedOf } from "./amounts"

describe("the sum of amounts", () => {
  it.each<[string[], string]>([
    [["0.10", "0.20"], "0.30"],
    [["1", "0.005"], "1.005"],
    [["700", "300"], "1000"],
    [["0.01"], "0.01"],
    [[], "0"],
  ])("%j: %s", (amounts, sum) => {
    expect(sumOf(amounts)).toBe(sum)
  })
})

it("counts only unallocated lines as not assigned", () => {
  const line = (kind: "item" | "unallocated", amount: string) => ({
    id: `${kind}_${amount}`,
    kind,
    item_id: null,
    shipping_method_id: null,
    title: "",
    quantity: 0,
    unit_amount: amount,
    subtotal: amount,
    discount_total: "0",
    tax_total: "0",
    tax_lines: [],
    amount,
    restock: "none" as const,
    refund_reason: null,
    metadata: null,
  })
  const lines = [line("item", "5.00"), line("unallocated", "2.50")]
  expect(unallocatedOf({ lines })).toBe("2.50")
})
