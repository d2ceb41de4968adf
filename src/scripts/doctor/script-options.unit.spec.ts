import { scriptOptions } from "./script-options"

const read = (...words: string[]) =>
  scriptOptions(["node", "medusa", "exec", "./refunds-doctor.js", ...words])

describe("the doctor's command line", () => {
  it("takes options after --, and --json before it", () => {
    expect(read()).toEqual({ json: false, repair: false })
    expect(read("--json", "--", "--repair")).toEqual({
      json: true,
      repair: true,
    })
    expect(read("--", "--order", "order_1", "--out=report.json")).toEqual({
      json: false,
      repair: false,
      order: "order_1",
      out: "report.json",
    })
  })

  it.each([["--everything"], ["order_1"], ["--order"]])(
    "refuses %s: a check of something else would be no answer",
    (word) => expect(() => read("--", word)).toThrow()
  )
})
