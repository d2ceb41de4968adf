import { dueColor, dueText } from "./due-text"

const t = (key: string, values?: Record<string, string | number>) =>
  [key, ...Object.values(values ?? {})].join(" ")

const due = (due_in_days: number | null, waits_for_goods = false) => ({
  due_in_days,
  waits_for_goods,
})

describe("when the money of a withdrawal is due", () => {
  it.each([
    [14, "refundRequests.due.in 14", "grey"],
    [4, "refundRequests.due.in 4", "grey"],
    [3, "refundRequests.due.in 3", "orange"],
    [2, "refundRequests.due.in 2", "orange"],
    [1, "refundRequests.due.in 1", "red"],
    [0, "refundRequests.due.today", "red"],
    [-1, "refundRequests.due.late 1", "red"],
    [-9, "refundRequests.due.late 9", "red"],
  ])("%d whole days: %s, in %s", (days, text, color) => {
    expect(dueText(due(days), t)).toBe(text)
    expect(dueColor(due(days))).toBe(color)
  })

  it("is nothing where nothing is due", () => {
    expect(dueText(due(null), t)).toBeNull()
    expect(dueColor(due(null))).toBe("grey")
  })

  it("does not press while the shop waits for the goods, and is still said", () => {
    expect(dueText(due(-2, true), t)).toBe("refundRequests.due.late 2")
    expect(dueColor(due(-2, true))).toBe("grey")
  })
})
