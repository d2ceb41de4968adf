import {
  countsText,
  numberText,
  progressText,
  whenText,
} from "./reconciliation-text"

const t = (key: string, values?: Record<string, string>) =>
  [key, ...Object.values(values ?? {})].join(" ")

describe("what the page says about a run", () => {
  it("is where it is and how much it read", () => {
    const run = { refunds_read: 1_234, payments_read: 5 }
    expect(progressText({ ...run, lane: "disputes" }, t, "de")).toBe(
      "refundReconciliation.progress refundReconciliation.lane.disputes 1.234 5"
    )
    expect(progressText({ ...run, lane: null }, t, "en")).toBe(
      "refundReconciliation.progress refundReconciliation.lane.starting 1,234 5"
    )
  })

  it("is what it came to", () => {
    const run = { imported: 1, changed: 2, resolved: 3, drift: 4_000 }
    expect(countsText(run, t, "en")).toBe(
      "refundReconciliation.counts 1 2 3 4,000"
    )
  })

  it("is when it started, in the merchant's language", () => {
    expect(whenText("2026-08-01T12:00:00.000Z", "en")).toContain("Aug 1, 2026")
    expect(whenText("2026-08-01T12:00:00.000Z", "de")).toContain("01.08.2026")
  })

  it.each(["ptBR", "zhCN", "enGB", "de"])(
    "can be said in every language of the dashboard: %s",
    (language) => {
      expect(numberText(7, language)).toBe("7")
      expect(whenText("2026-08-01T12:00:00.000Z", language)).toContain("2026")
    }
  )
})
