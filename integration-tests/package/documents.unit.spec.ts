import { readFileSync } from "node:fs"
import { join } from "node:path"
import { REFUND_ERROR_CODES } from "../../src/domain"
import { stripeOptionsSchema } from "../../src/modules/refunds/options"

const read = (file: string) =>
  readFileSync(join(__dirname, "../..", file), "utf8")

describe("the documents", () => {
  it("have every option in the README's table, and no other", () => {
    const rows = read("README.md")
      .split("\n")
      .filter((line) => line.startsWith("| `stripe"))
      .flatMap((line) => line.split("|")[1]?.match(/`([^`]+)`/g) ?? [])
      .map((name) => name.replaceAll("`", ""))
    const known = Object.keys(stripeOptionsSchema.shape)
    expect(rows.sort()).toEqual(
      ["stripe", ...known.map((name) => `stripe.${name}`)].sort()
    )
  })

  it("have every error code, and no other that can occur", () => {
    const rows = read("docs/errors.md").match(/^\| `(\w+)`/gm) ?? []
    const codes = rows.map((row) => row.slice(3, -1))
    // These belong to what is not built yet.
    const later = [
      "refund_not_cancelable",
      "refund_not_retryable",
      "refund_window_closed",
    ]
    expect([...codes, ...later].sort()).toEqual([...REFUND_ERROR_CODES].sort())
  })
})
