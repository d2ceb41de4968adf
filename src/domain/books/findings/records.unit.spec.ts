import { at, refundLine, transaction } from "../../__fixtures__/books"
import {
  bare,
  bookedRefund,
  booksOf,
  trailEntry,
} from "../../__fixtures__/order-books"
import type { AuditTrailEntry, OrderRefundRecord } from "../refund-records"
import { records } from "./records"

const told = (
  refund: Partial<OrderRefundRecord>,
  trail: AuditTrailEntry[] = [trailEntry("succeeded")]
) =>
  bare(
    records(
      booksOf({
        refunds: [bookedRefund(refund)],
        trails: new Map([["orref_1", trail]]),
      })
    )
  )
const codes = (...of: Parameters<typeof told>) =>
  told(...of).map(({ code }) => code)

const of = { severity: "error", order_refund_id: "orref_1" }
const restate = [
  { kind: "restate", order_refund_id: "orref_1" },
  { kind: "finish", order_refund_id: "orref_1" },
]

it("records that agree with each other are right", () => {
  expect(told({})).toEqual([])
})

describe("the amount of a refund", () => {
  it("is what its lines add up to", () => {
    const lines = [refundLine(), refundLine({ id: "orrefli_2", amount: "1" })]
    expect(told({ lines, amount: "10" })).toEqual([
      { ...of, code: "refund_amount_differs", about: "orref_1", mend: [] },
    ])
  })

  it("is what its movements of money add up to", () => {
    const transactions = [transaction({ amount: "9.99" })]
    expect(codes({ transactions })).toEqual(["refund_amount_differs"])
  })

  it("does not count a movement that another one took the place of", () => {
    const transactions = [
      transaction({ id: "reftrx_0", status: "failed", superseded_at: at(2) }),
      transaction(),
    ]
    const trail = [
      trailEntry("failed", { request_id: "reftrx_0" }),
      trailEntry("succeeded"),
    ]
    expect(codes({ transactions }, trail)).toEqual([])
  })

  it("stays as it was when the refund was given back", () => {
    const released = { amount: "12", revoked_at: at(3) }
    expect(codes(released)).toEqual([])
  })
})

describe("the status of a refund", () => {
  it("follows from its movements of money", () => {
    expect(told({ status: "pending" })).toEqual([
      {
        ...of,
        code: "refund_status_differs",
        about: "orref_1",
        mend: restate,
      },
    ])
  })

  it("of which all was withdrawn is withdrawn", () => {
    const transactions = [
      transaction({ status: "failed", superseded_at: at(3) }),
    ]
    const revoked_at = at(3)
    const trail = [trailEntry("failed")]
    const found = (status: OrderRefundRecord["status"]) =>
      codes({ status, transactions, revoked_at }, trail)
    expect(found("withdrawn")).toEqual([])
    expect(found("failed")).toEqual(["refund_status_differs"])
  })

  it("is nobody's while there is no movement", () => {
    expect(
      codes({ status: "failed", transactions: [], revoked_at: at(3) })
    ).toEqual([])
  })
})

describe("the audit trail of a movement", () => {
  it("ends with its state", () => {
    const trail = [trailEntry("pending"), trailEntry("succeeded")]
    expect(told({}, trail)).toEqual([])
    expect(told({}, trail.reverse())).toEqual([
      { ...of, code: "audit_trail_differs", about: "reftrx_1", mend: restate },
    ])
  })

  it("is its own: what others came to, and notes, say nothing of it", () => {
    const trail = [
      trailEntry("succeeded"),
      trailEntry("failed", { request_id: "reftrx_2" }),
      trailEntry(null),
    ]
    expect(told({}, trail)).toEqual([])
  })

  it("begins with the reservation, which names no movement", () => {
    const status = "reserved" as const
    const reserved = {
      status: "processing" as const,
      transactions: [transaction({ status })],
    }
    expect(codes(reserved, [])).toEqual([])
    expect(codes({}, [])).toEqual(["audit_trail_differs"])
    const books = booksOf({ trails: new Map() })
    expect(records(books)).toHaveLength(1)
  })
})
