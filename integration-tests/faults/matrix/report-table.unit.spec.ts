import type { Call, Cell, Side } from "./cells"
import { tableOf } from "./report-table"
import type { Result } from "./run-side"

const result = (side: Side, call: Call, wrong: string[] = []): Result => {
  const cell: Cell = {
    side,
    call,
    effect: "no fault",
    times: 0,
    told: true,
    death: null,
  }
  return {
    cell,
    name: call,
    verdict: { lost: false, doubled: false, wrong },
    tried: true,
  }
}

const lines = (table: string) => table.split("\n").slice(2)

describe("the table of the fault matrix", () => {
  it("counts what was tried, and adds it up", () => {
    const results = [
      result("ours", "create refund"),
      result("native", "create refund", ["a row"]),
      result("ours", "edit up"),
    ]
    expect(lines(tableOf(results, ""))).toEqual([
      "| a merchant refunds (`POST /v1/refunds`), alive | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 1 |",
      "| an edit to more charges a saved card (`POST /v1/payment_intents/:id/confirm`), alive | 1 | 0 | 0 | 0 | - | - | - | - |",
      "| **all** | 2 | 0 | 0 | 0 | 1 | 0 | 0 | 1 |",
    ])
  })

  it("keeps the rows that nothing was tried for", () => {
    const before = tableOf(
      [
        result("ours", "create refund"),
        result("native", "create refund"),
        result("ours", "edit up", ["a row"]),
      ],
      ""
    )
    const after = tableOf(
      [result("ours", "edit up"), result("ours", "edit up")],
      before
    )
    expect(lines(after)).toEqual([
      "| a merchant refunds (`POST /v1/refunds`), alive | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 |",
      "| an edit to more charges a saved card (`POST /v1/payment_intents/:id/confirm`), alive | 2 | 0 | 0 | 0 | - | - | - | - |",
      "| **all** | 3 | 0 | 0 | 0 | 1 | 0 | 0 | 0 |",
    ])
  })
})
