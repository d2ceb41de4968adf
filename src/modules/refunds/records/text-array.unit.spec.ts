import { textArray } from "./text-array"

describe("texts as a literal of PostgreSQL", () => {
  it("are quoted each", () => {
    expect(textArray(["a", "b c", "{d,e}"])).toBe('{"a","b c","{d,e}"}')
  })

  it("keep quotes and backslashes", () => {
    expect(textArray(['say "x"', "a\\b"])).toBe('{"say \\"x\\"","a\\\\b"}')
  })

  it("are an empty list where there is none", () => {
    expect(textArray([])).toBe("{}")
  })
})
