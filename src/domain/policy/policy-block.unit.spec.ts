import { blockedBy, blockText, type PolicyBlock } from "./policy-block"
import { STATUTORY_GROUNDS } from "./statutory-grounds"

describe("a block in words", () => {
  it.each<[PolicyBlock, string]>([
    [
      { code: "window_over", details: { last_day: "2026-06-05" } },
      "The time to ask for it ended on 5 June 2026.",
    ],
    [
      { code: "final_sale", details: { ground: "sale item" } },
      "The shop does not take it back: sale item.",
    ],
    [
      { code: "statutory_exception", details: { ground: "perishable" } },
      `The law allows no withdrawal here: ${STATUTORY_GROUNDS.perishable}.`,
    ],
    [blockedBy("already_refunded"), "It has been refunded already."],
    [blockedBy("not_delivered"), "It has not been shipped yet."],
  ])("%j is a sentence", (block, text) => {
    expect(blockText(block)).toBe(text)
  })

  it("has a ground for each letter of the law's article", () => {
    const letters = Object.values(STATUTORY_GROUNDS).map((text) => text[1])
    expect(letters.join("")).toBe("abcdefghijklm")
  })
})
