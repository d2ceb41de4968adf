import { unstorableText } from "./unstorable-text"

describe("unstorableText", () => {
  it.each([
    ["a NUL", "a\0b"],
    ["the first half of a pair", "a\ud83d"],
    ["the second half of a pair", "\ude00a"],
    ["halves in the wrong order", "\ude00\ud83d"],
  ])("finds %s", (_, text) => {
    expect(unstorableText({ items: [{ id: "a" }, { id: text }] })).toEqual([
      "items",
      "1",
      "id",
    ])
  })

  it.each(["", "plain", "😀", "\u202eright to left", "<b>", "\ufffd", 1, null])(
    "leaves %p alone",
    (value) => {
      expect(unstorableText({ value, list: [value] })).toBeNull()
    }
  )
})
