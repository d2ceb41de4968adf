import { mugs, post } from "../__fixtures__/mug-order"
import { decimalText } from "../money/exact-decimal"
import {
  keptDiscount,
  lineFigures,
  lineValue,
  netDiscount,
  unitsValue,
  unitsWithCustomer,
} from "./line-value"
import type { ItemLine, ShippingLine } from "./plan-types"

const value = (line: ItemLine | ShippingLine) => decimalText(lineValue(line))
const off = (amount: string, is_tax_inclusive?: boolean) => ({
  amount,
  is_tax_inclusive,
})
const taxes = {
  tax_lines: [
    { code: "state", rate: "6" },
    { code: "city", rate: "2.875" },
  ],
}

describe("what a line costs", () => {
  it.each<[string, Partial<ItemLine>, string]>([
    ["its price, in which the tax is", taxes, "80"],
    [
      "its price with the taxes on it",
      { ...taxes, is_tax_inclusive: false },
      "87.1",
    ],
    [
      "less a discount with tax",
      { ...taxes, adjustments: [off("8", true)] },
      "72",
    ],
    ["less a discount without", { ...taxes, adjustments: [off("8")] }, "71.29"],
    [
      "less both, on a price without tax",
      {
        ...taxes,
        is_tax_inclusive: false,
        adjustments: [off("8", false), off("8", true)],
      },
      "70.39",
    ],
    ["less than nothing", { adjustments: [off("81", true)] }, "-1"],
  ])("is %s", (_, more, costs) => {
    expect(value({ ...mugs, ...more })).toBe(costs)
  })

  it("is the amount of a shipping method", () => {
    expect(value(post)).toBe("5")
    expect(value({ ...post, ...taxes, is_tax_inclusive: false })).toBe(
      "5.44375"
    )
  })
})

describe("what units of a line cost", () => {
  it("is their part of the line, to twenty digits", () => {
    expect(unitsValue(mugs, 3)).toBe("60")
    expect(
      unitsValue(
        {
          ...mugs,
          unit_price: "1",
          quantity: 3,
          adjustments: [off("1", true)],
        },
        1
      )
    ).toBe("0.66666666666666666667")
    expect(unitsValue(mugs, 0)).toBe("0")
  })

  it("is nothing of a line without units", () => {
    expect(unitsValue({ ...mugs, quantity: 0 }, 1)).toBe("0")
  })
})

describe("a discount", () => {
  it("stays with the units that stay", () => {
    const line = { quantity: 4, adjustments: [{ ...off("8"), code: "SALE" }] }
    expect(keptDiscount(line, 1)).toEqual([
      { amount: "6", is_tax_inclusive: undefined, code: "SALE" },
    ])
    expect(keptDiscount(line, 4)).toMatchObject([{ amount: "0" }])
  })

  it("is net, whether its amount has tax in it or not", () => {
    const line = {
      ...mugs,
      tax_lines: [{ code: "vat", rate: "25" }],
      adjustments: [off("2.5", true), off("1", false)],
    }
    // 2.50 with 25 % tax are 2.00 without, and 1.00 is.
    const { numerator, denominator } = netDiscount(lineFigures(line))
    expect(numerator).toBe(3n * denominator)
  })
})

it("units are with the customer when they were shipped and are not on their way", () => {
  const shipped = { ...mugs, fulfilled_quantity: 3, returned_quantity: 1 }
  expect(unitsWithCustomer(shipped)).toBe(2)
  expect(unitsWithCustomer({ ...shipped, came_back_quantity: 2 })).toBe(1)
  expect(unitsWithCustomer({ ...shipped, came_back_quantity: 0 })).toBe(3)
})
