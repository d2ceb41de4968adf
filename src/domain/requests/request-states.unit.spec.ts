import {
  mayBecome,
  mayBeGivenBack,
  REFUND_REQUEST_KINDS,
  REFUND_REQUEST_STATUSES,
} from "./request-states"

describe("the states of a refund request", () => {
  it("a withdrawal is never declined, a request never invalid", () => {
    for (const from of REFUND_REQUEST_STATUSES) {
      expect(mayBecome("withdrawal", from, "declined")).toBe(false)
      expect(mayBecome("refund", from, "invalid")).toBe(false)
    }
    expect(mayBecome("withdrawal", "submitted", "invalid")).toBe(true)
    expect(mayBecome("refund", "submitted", "declined")).toBe(true)
  })

  it("what has ended begins no more", () => {
    for (const kind of REFUND_REQUEST_KINDS) {
      for (const from of ["declined", "invalid", "canceled", "done"] as const) {
        for (const to of REFUND_REQUEST_STATUSES) {
          expect(mayBecome(kind, from, to)).toBe(false)
        }
      }
    }
  })

  it("what is approved cannot be canceled by the customer any more", () => {
    expect(mayBecome("refund", "approved", "canceled")).toBe(false)
  })

  it("what is approved is given back only while it has no refund", () => {
    const approved = { status: "approved", order_refund_id: null } as const
    expect(mayBeGivenBack(approved, "submitted")).toBe(true)
    expect(mayBeGivenBack(approved, "canceled")).toBe(false)
    expect(
      mayBeGivenBack({ ...approved, order_refund_id: "orref_1" }, "submitted")
    ).toBe(false)
    for (const to of ["submitted", "needs_info", "canceled"] as const) {
      expect(mayBecome("refund", "approved", to)).toBe(false)
    }
  })

  it("no state follows itself", () => {
    for (const kind of REFUND_REQUEST_KINDS) {
      for (const status of REFUND_REQUEST_STATUSES) {
        expect(mayBecome(kind, status, status)).toBe(false)
      }
    }
  })
})
