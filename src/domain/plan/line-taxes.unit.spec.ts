import { mugs } from "../__fixtures__/mug-order"
import { lineTaxes, rateReader, taxOf } from "./line-taxes"

const vat = (rate: string, code = "vat") => ({ code, rate })

describe("the taxes of a part of a line", () => {
  it("are its rates of what is net", () => {
    const line = { ...mugs, tax_lines: [vat("10"), vat("5.5", "city")] }
    expect(taxOf(lineTaxes(line), 11550n)).toEqual([1000n, 550n])
  })

  it("are rounded half up in size, also below zero", () => {
    // Of an amount with 100 % tax, half is tax.
    const line = { ...mugs, tax_lines: [vat("100")] }
    expect(taxOf(lineTaxes(line), 1n)).toEqual([1n])
    expect(taxOf(lineTaxes(line), -1n)).toEqual([-1n])
    expect(taxOf(lineTaxes(line), -3n)).toEqual([-2n])
    expect(taxOf(lineTaxes(line), 0n)).toEqual([0n])
  })
})

describe("the rates of the lines of an order", () => {
  it("are each its own, read for the first time or again", () => {
    const line = (...rates: string[]) => ({
      ...mugs,
      tax_lines: rates.map((rate) => vat(rate)),
    })
    const read = rateReader()
    for (const rates of [["19", "7"], ["7", "5.5"], ["19"], []]) {
      expect(lineTaxes(line(...rates), read)).toEqual(lineTaxes(line(...rates)))
    }
  })
})
