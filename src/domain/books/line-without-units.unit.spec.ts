import { lineWithoutUnits } from "./line-without-units"

const line = {
  kind: "item" as const,
  line_id: "item_1",
  quantity: 3,
  amount: "10.00",
  tax_lines: [{ code: "vat", amount: "1.60" }],
}

describe("lineWithoutUnits", () => {
  it("is the line itself when no unit is gone", () => {
    expect(lineWithoutUnits(line, [], "eur")).toBe(line)
  })

  it("is what was refunded for the units that are left", () => {
    const gone = [{ quantity: 1, amount: "3.33" }]
    expect(lineWithoutUnits(line, gone, "eur")).toEqual({
      ...line,
      quantity: 2,
      amount: "6.67",
      tax_lines: [{ code: "vat", amount: "1.07" }],
    })
  })

  it("is nothing when every unit is gone", () => {
    const gone = [
      { quantity: 1, amount: "3.33" },
      { quantity: 2, amount: "6.67" },
    ]
    expect(lineWithoutUnits(line, gone, "eur")).toBeNull()
  })
})
