import type { RefundCheckFinding } from "../../types"
import { addToSummary, jsonReport, textReport } from "./report"

const NOTHING = { orders: 0, errors: 0, warnings: 0, repaired: 0 }

const finding = (
  finding: Partial<RefundCheckFinding> = {}
): RefundCheckFinding => ({
  code: "refund_row_missing",
  severity: "error",
  order_id: "order_1",
  display_id: 7,
  message: 'It says "30".',
  repairable: true,
  ...finding,
})

function written(report: typeof textReport) {
  const parts: string[] = []
  return {
    report: report((part) => parts.push(part)),
    text: () => parts.join(""),
  }
}

it("is one JSON document, however many findings there are", () => {
  for (const count of [0, 1, 3]) {
    const { report, text } = written(jsonReport)
    const findings = Array.from({ length: count }, () => finding())
    findings.forEach((each) => report.add([each]))
    report.add([])
    report.end({ ...NOTHING, orders: 5 }, "It stopped.")
    expect(JSON.parse(text())).toEqual({
      findings,
      ...NOTHING,
      orders: 5,
      error: "It stopped.",
    })
  }
})

it("is a line per finding and a summary for people", () => {
  const { report, text } = written(textReport)
  report.add([finding(), finding({ repaired: true, display_id: null })])
  report.end({ orders: 2, errors: 1, warnings: 0, repaired: 1 }, null)
  expect(text()).toBe(
    `error    refund_row_missing order #7: It says "30".
repaired refund_row_missing order order_1: It says "30".
2 orders checked: 1 errors, 0 warnings, 1 repaired.
`
  )
})

it("counts what is left, and what was repaired apart", () => {
  expect(
    addToSummary(NOTHING, [
      finding(),
      finding({ severity: "warning" }),
      finding({ repaired: false }),
      finding({ repaired: true }),
      finding({ severity: "warning", repaired: true }),
    ])
  ).toEqual({ orders: 0, errors: 2, warnings: 1, repaired: 2 })
})
