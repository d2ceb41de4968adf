import { ageText, dayText } from "./age-text"

const NOW = Date.parse("2026-08-10T12:00:00Z")
const age = (moment: string, language = "en") => ageText(moment, NOW, language)

describe("how long ago a request came", () => {
  it.each([
    ["2026-08-10T12:00:00Z", "this minute"],
    ["2026-08-10T11:59:01Z", "this minute"],
    ["2026-08-10T11:15:00Z", "45 minutes ago"],
    ["2026-08-10T11:00:00Z", "1 hour ago"],
    ["2026-08-09T12:00:01Z", "23 hours ago"],
    ["2026-08-09T12:00:00Z", "yesterday"],
    ["2026-07-31T12:00:00Z", "10 days ago"],
  ])("%s: %s", (moment, text) => {
    expect(age(moment)).toBe(text)
  })

  it("is never the future, whatever the clocks say", () => {
    expect(age("2026-08-10T12:05:00Z")).toBe("this minute")
  })

  it("is in the merchant's language, by the dashboard's names of languages too", () => {
    expect(age("2026-07-31T12:00:00Z", "de")).toBe("vor 10 Tagen")
    expect(age("2026-07-31T12:00:00Z", "ptBR")).toBe("há 10 dias")
  })
})

it("a day is written as the merchant's language writes it", () => {
  expect(dayText("2026-08-03T12:00:00Z", "en")).toBe("Aug 3, 2026")
  expect(dayText("2026-08-03T12:00:00Z", "de")).toBe("03.08.2026")
})
