import { addBusinessDays } from "./business-days"

const after = (start: string, days: number) =>
  addBusinessDays(new Date(`${start}T12:00:00Z`), days)
    .toISOString()
    .slice(0, 10)

describe("business days", () => {
  it.each([
    ["2026-11-20", 1, "2026-11-23"],
    ["2026-11-20", 5, "2026-11-27"],
    ["2026-11-20", 10, "2026-12-04"],
    ["2026-11-21", 1, "2026-11-23"],
    ["2026-11-18", 0, "2026-11-18"],
  ])("%s and %i days are %s", (start, days, end) => {
    expect(after(start, days)).toBe(end)
  })
})
