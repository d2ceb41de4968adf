import { metadataProblem } from "./metadata"

const keys = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_each, index) => [`key_${index}`, ""])
  )

describe("metadata", () => {
  it.each([
    ["nothing", {}],
    ["ids of another system", { ticket: "4711", "erp.document": "RMA 12/3" }],
    ["as many keys as Stripe keeps", keys(50)],
    ["the longest key and value", { ["k".repeat(40)]: "v".repeat(500) }],
    ["a key of digits", { "1": "one" }],
  ])("may be %s", (_what, metadata) => {
    expect(metadataProblem(metadata)).toBeNull()
  })

  it.each([
    ["a list", ["a"], "must be an object"],
    ["null", null, "must be an object"],
    ["text", "a=b", "must be an object"],
    ["too many keys", keys(51), "has 51 keys, and may have 50"],
    ["an empty key", { "": "x" }, "1 to 40 characters"],
    ["a long key", { ["k".repeat(41)]: "x" }, "1 to 40 characters"],
    ["a key with brackets", { "a[b]": "x" }, "square brackets"],
    ["a number", { ticket: 4711 }, "ticket: must be text"],
    ["something nested", { ticket: { id: "1" } }, "ticket: must be text"],
    ["a long value", { ticket: "v".repeat(501) }, "at most 500 characters"],
  ])("is not %s", (_what, metadata, problem) => {
    expect(metadataProblem(metadata)).toContain(problem)
  })

  it("leaves room for keys that others add", () => {
    expect(metadataProblem(keys(47), 47)).toBeNull()
    expect(metadataProblem(keys(48), 47)).toBe("has 48 keys, and may have 47")
  })
})
