import { isMoreThan, sumOf, unallocatedOf } from "./amounts"

describe("whether an amount is more than another", () => {
  it.each<[string, string, boolean]>([
    ["10.01", "10", true],
    ["10", "10.00", false],
    ["9.99", "10", false],
    ["0.3", "0.30", false],
    ["90071992547409.93", "90071992547409.92", true],
    ["-1.00", "0", false],
  ])("%s > %s: %s", (amount, other, expected) => {
    expect(isMoreThan(amount, other)).toBe(expected)
  })
})

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
  })
  const lines = [line("item", "5.00"), line("unallocated", "2.50")]
  expect(unallocatedOf({ lines })).toBe("2.50")
})
