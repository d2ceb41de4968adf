import { durationText } from "./reconciliation-duration"

const START = "2026-08-01T10:00:00.000Z"
const after = (seconds: number) => new Date(START).getTime() + seconds * 1_000

describe("how long a run took", () => {
  it.each([
    [0, "0 sec"],
    [0.9, "0 sec"],
    [1, "1 sec"],
    [59.9, "59 sec"],
    [60, "1 min"],
    [125, "2 min, 5 sec"],
    [3_600, "1 hr"],
    [3_725, "1 hr, 2 min"],
    [3_605, "1 hr"],
    [90_000, "25 hr"],
  ])("%s seconds: %s", (seconds, text) => {
    expect(durationText(START, after(seconds), "en")).toBe(text)
  })

  it("takes a time as the server writes it", () => {
    expect(durationText(START, "2026-08-01T10:00:07.000Z", "en")).toBe("7 sec")
  })

  it("is nothing when the browser's clock is behind", () => {
    expect(durationText(START, after(-30), "en")).toBe("0 sec")
  })

  it("speaks the merchant's language", () => {
    expect(durationText(START, after(125), "de")).toBe("2 Min., 5 Sek.")
    expect(durationText(START, after(5), "ptBR")).toContain("5")
  })
})
