import fc from "fast-check"
import { withdrawFromLines } from "./withdraw-lines"

const line = (amount: string, tax = "0.00", quantity = 1) => ({
  title: amount,
  quantity,
  unit_amount: amount,
  subtotal: (Number(amount) - Number(tax)).toFixed(2),
  discount_total: "0.00",
  tax_total: tax,
  tax_lines: [{ code: "vat", rate: "19", amount: tax }],
  amount,
})

const cents = (value: string) => Math.round(Number(value) * 100)

describe("withdrawFromLines", () => {
  it("takes from the last line first", () => {
    const left = withdrawFromLines([line("10.00"), line("5.00")], "5.00", "eur")
    expect(left).toEqual([line("10.00")])
  })

  it("leaves an amount without a quantity where a line is taken back in part", () => {
    const [left] = withdrawFromLines([line("11.90", "1.90", 2)], "5.95", "eur")
    expect(left).toMatchObject({
      quantity: 0,
      amount: "5.95",
      subtotal: "5.00",
      tax_total: "0.95",
      tax_lines: [{ code: "vat", rate: "19", amount: "0.95" }],
    })
  })

  it("keeps a line that is covered by other means", () => {
    const lines = [line("10.00"), line("-3.00")]
    expect(withdrawFromLines(lines, "4.00", "eur")).toMatchObject([
      { amount: "6.00" },
      { amount: "-3.00" },
    ])
  })

  it("takes nothing where nothing is taken back", () => {
    const lines = [line("11.90", "1.90", 2)]
    expect(withdrawFromLines(lines, "0", "eur")).toEqual(lines)
  })

  it("takes back what is left of the discount, in proportion", () => {
    const discounted = { ...line("10.00"), discount_total: "3.00" }
    expect(withdrawFromLines([discounted], "6.00", "eur")).toMatchObject([
      { unit_amount: "4.00", discount_total: "1.20", tax_total: "0.00" },
    ])
  })

  it("refuses to take back more than was granted", () => {
    expect(() => withdrawFromLines([line("1.00")], "1.01", "eur")).toThrow(
      "grant less"
    )
  })

  it("leaves exactly the rest, with net and taxes adding up", () => {
    const anyLine = fc
      .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 50 }))
      .map(([amount, percent]) =>
        line(
          (amount / 100).toFixed(2),
          (Math.floor((amount * percent) / 100) / 100).toFixed(2)
        )
      )
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (lines, part) => {
          const total = lines.reduce(
            (sum, { amount }) => sum + cents(amount),
            0
          )
          const taken = Math.floor(total * part)
          const left = withdrawFromLines(lines, (taken / 100).toFixed(2), "eur")
          expect(left.reduce((sum, { amount }) => sum + cents(amount), 0)).toBe(
            total - taken
          )
          for (const { amount, subtotal, tax_total, tax_lines } of left) {
            expect(cents(subtotal) + cents(tax_total)).toBe(cents(amount))
            expect(cents(tax_lines[0]?.amount ?? "0")).toBe(cents(tax_total))
          }
        }
      )
    )
  })
})
