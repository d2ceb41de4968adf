import { noTotalText } from "./no-total-text"

const adjustment = { amount: "5", description: "late" }
const general = { isAtField: false, currency: "eur" }
const t = (key: string) => key

describe("where the total will be stands", () => {
  it("what has to be entered first", () => {
    expect(noTotalText({}, null, general, t)).toBe(
      "refunds.drawer.missing.choice"
    )
    const unexplained = { adjustment: { ...adjustment, description: "" } }
    expect(noTotalText(unexplained, null, general, t)).toBe(
      "refunds.drawer.missing.description"
    )
  })

  it("that the server is at work", () => {
    expect(noTotalText({ adjustment }, null, general, t)).toBe(
      "refunds.drawer.computing"
    )
  })

  it("why there is none, unless a field says it", () => {
    const error = new TypeError("Failed to fetch")
    expect(noTotalText({ adjustment }, error, general, t)).toBe(
      "refunds.drawer.noPreview"
    )
    const atField = { ...general, isAtField: true }
    expect(noTotalText({ adjustment }, error, atField, t)).toBe(
      "refunds.drawer.noTotal"
    )
  })
})
