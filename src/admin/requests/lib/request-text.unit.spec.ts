import { orderName, requestTitle, summaryText, unitsText } from "./request-text"

const t = (key: string, values?: Record<string, string | number>) =>
  [key, ...Object.values(values ?? {})].join(" ")

const line = (quantity: number) => ({
  item_id: "item",
  title: "Shirt",
  quantity,
  reason: null,
})

describe("the summary", () => {
  it("says how many wait, and when the next money is due", () => {
    const text = summaryText(
      { undecided: 4, next_due_at: "2026-08-03T12:00:00Z" },
      t,
      "en"
    )
    expect(text).toBe(
      "refundRequests.summary.withDue refundRequests.summary.undecided 4 Aug 3, 2026"
    )
  })

  it("says so where nothing waits, though money may still be due", () => {
    expect(summaryText({ undecided: 0, next_due_at: null }, t, "en")).toBe(
      "refundRequests.summary.none"
    )
  })
})

it("a withdrawal is called what the law calls it", () => {
  expect(requestTitle({ kind: "refund", display_id: 3 }, t)).toBe(
    "refundRequests.titleOf.refund 3"
  )
  expect(requestTitle({ kind: "withdrawal", display_id: 4 }, t)).toBe(
    "refundRequests.titleOf.withdrawal 4"
  )
})

it("counts the units of all lines", () => {
  const message = "Too large."
  expect(unitsText({ lines: [line(2), line(1)], message }, t)).toBe(
    "refundRequests.units 3"
  )
})

it.each([
  [null, "refundRequests.wholeOrder"],
  ["Only the mug.", "refundRequests.described"],
])("without lines, and with the words %j, it is %s", (message, text) => {
  expect(unitsText({ lines: [], message }, t)).toBe(text)
})

it.each(["1042", "#1042", " # 1042"])(
  "an order's number has one sign before it: %s",
  (order_number) => {
    expect(orderName({ order_number })).toBe("#1042")
  }
)
