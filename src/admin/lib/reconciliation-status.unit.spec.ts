import type {
  RefundReconciliationDTO,
  RefundReconciliationEntryDTO,
} from "../../types"
import {
  driftFirst,
  kindColor,
  listPollInterval,
  runColor,
  runPollInterval,
} from "./reconciliation-status"

const run = (status: RefundReconciliationDTO["status"]) => ({ status })
const entry = (id: string, kind: RefundReconciliationEntryDTO["kind"]) => ({
  id,
  kind,
})

describe("the colors", () => {
  it("tell a failed run from one that is on its way or done", () => {
    expect(runColor("failed")).toBe("red")
    expect(runColor("running")).toBe("blue")
    expect(runColor("completed")).toBe("green")
  })

  it("keep that of a warning for drift alone", () => {
    const others = ["imported", "changed", "resolved"] as const
    expect(kindColor("drift")).toBe("orange")
    expect(others.map(kindColor)).not.toContain("orange")
  })
})

describe("the page looks again", () => {
  it("every two seconds while any run is on its way", () => {
    expect(listPollInterval([run("completed"), run("running")])).toBe(2_000)
    expect(runPollInterval(run("running"))).toBe(2_000)
  })

  it("seldom for a run of the schedule, never for a finished run", () => {
    expect(listPollInterval([])).toBe(30_000)
    expect(listPollInterval([run("completed"), run("failed")])).toBe(30_000)
    expect(runPollInterval(run("failed"))).toBe(false)
    expect(runPollInterval(undefined)).toBe(false)
  })
})

it("drift comes first, and the order stays otherwise", () => {
  const entries = [
    entry("a", "imported"),
    entry("b", "drift"),
    entry("c", "resolved"),
    entry("d", "drift"),
  ]
  expect(
    driftFirst(entries)
      .map(({ id }) => id)
      .join("")
  ).toBe("bdac")
})
