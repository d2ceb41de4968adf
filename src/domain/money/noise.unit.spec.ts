import { shownDecimal, withoutNoise } from "./noise"

describe("an amount in a sentence", () => {
  it.each([
    ["0.00333333333333333333", "0.003333"],
    ["-19.82666666666666666667", "-19.826667"],
    ["12.34", "12.34"],
    ["1000.500", "1000.500"],
    ["0.99999999999999999999", "1"],
  ])("%s is shown as %s", (exact, shown) => {
    expect(shownDecimal(exact)).toBe(shown)
  })
})

describe("an amount of Medusa's books", () => {
  it.each([
    ["29.96499999999999", "29.965"],
    ["-29.96500000000001", "-29.965"],
    ["0.00000000000003", "0"],
    ["1.0625375", "1.0625375"],
  ])("%s is %s, without the noise of floats", (noisy, exact) => {
    expect(withoutNoise(noisy)).toBe(exact)
  })
})
