import fc from "fast-check"
import {
  hasFailed,
  hasMoved,
  isReserved,
  type OrderRefundStatus,
  orderRefundStatus,
  REFUND_TRANSACTION_STATUSES,
  type RefundTransactionStatus,
  wasTaken,
} from "./refund-transaction-status"
import { canTransition } from "./request-states"

type Status = RefundTransactionStatus

const anyStatus = fc.constantFrom(...REFUND_TRANSACTION_STATUSES)
const all = (...statuses: Status[]) =>
  orderRefundStatus(statuses.map((status) => ({ status, superseded: false })))

describe("the state of a movement of money", () => {
  it.each<[Status, Status[]]>([
    ["reserved", ["submitting", "canceled", "failed"]],
    [
      "submitting",
      [
        "unknown",
        "pending",
        "requires_action",
        "succeeded",
        "failed",
        "canceled",
      ],
    ],
    ["succeeded", ["failed", "canceled"]],
    ["failed", []],
    ["canceled", []],
  ])("%s may become %j, and nothing else", (from, next) => {
    const possible = REFUND_TRANSACTION_STATUSES.filter((to) =>
      canTransition("refund", from, to)
    )
    expect(new Set(possible)).toEqual(new Set(next))
  })

  it.each<Status>(["unknown", "pending", "requires_action"])(
    "%s may become whatever the gateway says, and is never asked for again",
    (from) => {
      const possible = REFUND_TRANSACTION_STATUSES.filter(
        (to) => !canTransition("refund", from, to)
      )
      expect(possible).toEqual(["reserved", "submitting", "unknown"])
    }
  )

  it("is held by us, with the customer, or lost: one of the three", () => {
    fc.assert(
      fc.property(anyStatus, (status) => {
        const is = [isReserved(status), hasMoved(status), hasFailed(status)]
        expect(is.filter(Boolean)).toHaveLength(1)
      })
    )
    expect(isReserved("unknown")).toBe(true)
    expect(hasMoved("pending")).toBe(true)
    expect(hasFailed("canceled")).toBe(true)
  })
})

describe("a movement that the gateway had taken", () => {
  const change = (from: Status, to: Status, gateway_refund_id?: string) =>
    wasTaken({ from, to, gateway_refund_id })

  it("has moved", () => {
    expect(change("submitting", "pending")).toBe(true)
    expect(change("reserved", "canceled")).toBe(false)
  })

  it("failed before its lost answer was known, and has an id", () => {
    expect(change("unknown", "failed", "re_1")).toBe(true)
    expect(change("unknown", "canceled", "re_1")).toBe(true)
    expect(change("unknown", "failed")).toBe(false)
    expect(change("unknown", "failed", "")).toBe(false)
  })

  it("is none that was refused at once, also by an answer with an id", () => {
    expect(change("submitting", "failed", "re_1")).toBe(false)
  })

  it("is none whose answer is still lost", () => {
    expect(change("unknown", "unknown", "re_1")).toBe(false)
  })
})

describe("the status of an order refund", () => {
  it.each<[Status[], OrderRefundStatus]>([
    [["succeeded", "requires_action", "unknown"], "processing"],
    [["reserved"], "processing"],
    [["pending", "requires_action", "failed"], "requires_action"],
    [["succeeded", "pending", "failed"], "pending"],
    [["succeeded", "succeeded"], "succeeded"],
    [["succeeded", "failed"], "partially_failed"],
    [["succeeded", "canceled"], "partially_failed"],
    [["failed", "failed"], "failed"],
    [["failed", "canceled"], "failed"],
    [["canceled", "canceled"], "canceled"],
    [[], "succeeded"],
  ])("of %j is %s", (statuses, status) => {
    expect(all(...statuses)).toBe(status)
  })

  it("does not depend on the order of its movements", () => {
    fc.assert(
      fc.property(fc.array(anyStatus), (statuses) => {
        expect(all(...statuses)).toBe(all(...[...statuses].reverse()))
      })
    )
  })

  it("does not count a movement that another one took the place of", () => {
    const retried = { status: "failed" as const, superseded: true }
    expect(
      orderRefundStatus([retried, { status: "succeeded", superseded: false }])
    ).toBe("succeeded")
  })

  it("of which nothing counts any more is withdrawn, or was cancelled", () => {
    const gone = (...statuses: Status[]) =>
      orderRefundStatus(
        statuses.map((status) => ({ status, superseded: true }))
      )
    expect(gone("failed", "canceled")).toBe("withdrawn")
    expect(gone("canceled", "canceled")).toBe("canceled")
  })
})
