import fc from "fast-check"
import {
  add,
  decimal,
  decimalText,
  floorDivide,
  parseDecimal,
  partOf,
  roundDivide,
  unitsAt,
} from "./exact-decimal"

describe("an exact decimal", () => {
  it.each<[unknown, string]>([
    ["12.50", "12.5"],
    [" 7 ", "7"],
    ["+0.5", "0.5"],
    ["-0.05", "-0.05"],
    ["5.", "5"],
    ["1e-7", "0.0000001"],
    ["1.5E3", "1500"],
    ["12e+2", "1200"],
    ["-1.25e1", "-12.5"],
    [1e-7, "0.0000001"],
    [-0, "0"],
    [1e21, "1000000000000000000000"],
  ])("%p is read as %s", (value, text) => {
    expect(decimalText(decimal(String(value)))).toBe(text)
    const parsed = parseDecimal(value)
    expect(parsed && decimalText(parsed)).toBe(text)
  })

  it.each([
    "",
    ".5",
    "1.2.3",
    "1,5",
    "0x10",
    "1e",
    "1e1000",
    "12a",
    "a12",
    "1 2",
    "--1",
    NaN,
    Infinity,
    null,
    undefined,
    true,
    5n,
    {},
    ["5"],
  ])("%p is none", (value) => {
    expect(parseDecimal(value)).toBeNull()
  })

  it("keeps no digit back and adds none, whatever its scale", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.nat(25),
        (units, scale) => {
          const read = decimal(decimalText({ units, scale }))
          expect(unitsAt(read, 25)).toBe(unitsAt({ units, scale }, 25))
        }
      )
    )
  })

  it("is counted at any scale from its own on", () => {
    for (let scale = 2; scale <= 40; scale++) {
      expect(unitsAt({ units: 125n, scale: 2 }, scale)).toBe(
        125n * 10n ** BigInt(scale - 2)
      )
    }
  })

  it("has the most digits of what is added, and none of nothing", () => {
    expect(add()).toEqual({ units: 0n, scale: 0 })
    expect(add(decimal("1.5"), decimal("0.25"))).toEqual({
      units: 175n,
      scale: 2,
    })
  })
})

describe("a division of whole units", () => {
  it.each([
    [7n, 2n, 3n, 4n],
    [-7n, 2n, -4n, -3n],
    [6n, 2n, 3n, 3n],
    [-6n, 2n, -3n, -3n],
    [5n, 3n, 1n, 2n],
    [4n, 3n, 1n, 1n],
    [-5n, 3n, -2n, -2n],
    [0n, 3n, 0n, 0n],
  ])("%d / %d is %d rounded down, %d rounded half up", (a, b, down, near) => {
    expect(floorDivide(a, b)).toBe(down)
    expect(roundDivide(a, b)).toBe(near)
  })
})

it("a part is exact to twenty digits, or to as many as the whole has", () => {
  expect(partOf(decimal("1"), 1, 3).scale).toBe(20)
  const long = decimal(`0.${"1".repeat(24)}`)
  expect(decimalText(partOf(long, 1, 1))).toBe(`0.${"1".repeat(24)}`)
})
