import { isCron, isDue } from "./cron"

const at = (time: string) => new Date(`2026-11-21T${time}:00`)

describe("the schedule of reconciliations", () => {
  it.each([
    ["09:59", "10:00", true],
    ["10:00", "10:14", false],
    ["10:00", "10:15", true],
    ["08:00", "10:07", true],
  ])("last at %s, now %s: due %s", (last, now, due) => {
    expect(isDue("*/15 * * * *", at(last), at(now))).toBe(due)
  })

  it("knows cron expressions from other text", () => {
    expect(isCron("*/15 * * * *")).toBe(true)
    expect(isCron("every quarter of an hour")).toBe(false)
  })
})
