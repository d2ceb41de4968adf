import { readFileSync } from "node:fs"
import { join } from "node:path"
import { REFUND_ERROR_CODES } from "../../src/domain"
import {
  reconciliationOptionsSchema,
  stripeOptionsSchema,
} from "../../src/modules/refunds/options"

const read = (file: string) =>
  readFileSync(join(__dirname, "../..", file), "utf8")

describe("the documents", () => {
  it("have every option in the README's table, and no other", () => {
    const rows = read("README.md")
      .split("\n")
      .filter((line) => /^\| `(stripe|reconciliation)\b/.test(line))
      .flatMap((line) => line.split("|")[1]?.match(/`([^`]+)`/g) ?? [])
      .map((name) => name.replaceAll("`", ""))
    const known = [
      ...Object.keys(stripeOptionsSchema.shape).map((name) => `stripe.${name}`),
      ...Object.keys(reconciliationOptionsSchema.shape).map(
        (name) => `reconciliation.${name}`
      ),
    ]
    expect(rows.sort()).toEqual(["stripe", ...known].sort())
  })

  it("have every error code, and no other that can occur", () => {
    const rows = read("docs/errors.md").match(/^\| `(\w+)`/gm) ?? []
    const codes = rows.map((row) => row.slice(3, -1))
    // These belong to what is not built yet.
    const later = ["refund_window_closed"]
    expect([...codes, ...later].sort()).toEqual([...REFUND_ERROR_CODES].sort())
  })
})
