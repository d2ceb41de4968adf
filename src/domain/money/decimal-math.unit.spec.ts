import fc from "fast-check"
import {
  absolute,
  equal,
  greaterThan,
  greaterThanOrEqual,
  isZero,
  lessThan,
  lessThanOrEqual,
  maximum,
  minimum,
  multiply,
  negate,
  proportion,
  subtract,
  sum,
} from "./decimal-math"

/** Any decimal text with up to twenty digits after the point. */
const amount = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
    fc.integer({ min: 0, max: 20 })
  )
  .map(([units, scale]) => {
    const digits = (units < 0n ? -units : units)
      .toString()
      .padStart(scale + 1, "0")
    const point = digits.length - scale
    return `${units < 0n ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}0`
  })

describe("arithmetic on amounts of books", () => {
  it("is exact where floats are not", () => {
    expect(sum("0.1", "0.2")).toBe("0.3")
    expect(subtract("1", "0.9")).toBe("0.1")
    expect(multiply("1.1", "1.1")).toBe("1.21")
    expect(sum("9007199254740993", "0.0000000001")).toBe(
      "9007199254740993.0000000001"
    )
  })

  it("writes an amount in one way", () => {
    expect(sum("12.50", "0.00")).toBe("12.5")
    expect(negate("0")).toBe("0")
    expect(absolute("-0.50")).toBe("0.5")
    expect(sum()).toBe("0")
  })

  it("reads what Medusa writes: 1e-7, +5, a number's text", () => {
    expect(sum("1e-7", "+5")).toBe("5.0000001")
  })

  it("stops at what is no amount", () => {
    expect(() => sum("1", "NaN")).toThrow("is not a decimal amount")
    expect(() => equal("", "0")).toThrow("is not a decimal amount")
  })

  it("divides to twenty digits, halves up", () => {
    expect(proportion("10", 1, 3)).toBe("3.33333333333333333333")
    expect(proportion("20", 1, 3)).toBe("6.66666666666666666667")
    expect(proportion("1062.5375", 2, 4)).toBe("531.26875")
  })

  it("takes away what was added, in any order", () => {
    fc.assert(
      fc.property(amount, amount, amount, (a, b, c) => {
        expect(subtract(sum(a, b, c), b, c)).toBe(sum(a))
        expect(sum(a, b, c)).toBe(sum(c, a, b))
        expect(subtract(a, b)).toBe(negate(subtract(b, a)))
      })
    )
  })

  it("orders any two amounts in exactly one way", () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const ways = [lessThan(a, b), equal(a, b), greaterThan(a, b)]
        expect(ways.filter(Boolean)).toHaveLength(1)
        expect(lessThanOrEqual(a, b)).toBe(!greaterThan(a, b))
        expect(greaterThanOrEqual(a, b)).toBe(!lessThan(a, b))
        expect(equal(sum(minimum(a, b), maximum(a, b)), sum(a, b))).toBe(true)
        expect(lessThanOrEqual(minimum(a, b), maximum(a, b))).toBe(true)
      })
    )
  })

  it("has a size that is never below zero", () => {
    fc.assert(
      fc.property(amount, (a) => {
        expect(lessThan(absolute(a), "0")).toBe(false)
        expect(isZero(a)).toBe(equal(absolute(a), "0"))
        expect(equal(multiply(a, "-1"), negate(a))).toBe(true)
      })
    )
  })
})
