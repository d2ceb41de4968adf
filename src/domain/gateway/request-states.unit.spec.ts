import {
  canTransition,
  PROVIDER_REQUEST_KINDS,
  PROVIDER_REQUEST_STATUSES,
} from "./request-states"

const after = (
  kind: (typeof PROVIDER_REQUEST_KINDS)[number],
  from: (typeof PROVIDER_REQUEST_STATUSES)[number]
) => PROVIDER_REQUEST_STATUSES.filter((to) => canTransition(kind, from, to))

describe("a request to a payment provider", () => {
  it.each(PROVIDER_REQUEST_KINDS)(
    "to %s is sent, or given up, before it has an answer",
    (kind) => {
      expect(after(kind, "reserved")).toContain("submitting")
      for (const answered of ["unknown", "pending", "succeeded"] as const) {
        expect(canTransition(kind, "reserved", answered)).toBe(false)
      }
    }
  )

  it.each(PROVIDER_REQUEST_KINDS)(
    "to %s is never sent anew, or undone, once it was sent",
    (kind) => {
      for (const from of PROVIDER_REQUEST_STATUSES.slice(1)) {
        expect(after(kind, from)).not.toContain("reserved")
        expect(after(kind, from)).not.toContain("submitting")
        expect(after(kind, from)).not.toContain("undone")
      }
    }
  )

  it.each(PROVIDER_REQUEST_KINDS)(
    "to %s has every answer open while its outcome is unknown",
    (kind) => {
      expect(after(kind, "unknown")).toEqual(
        after(kind, "submitting").filter((to) => to !== "unknown")
      )
    }
  )

  it.each(PROVIDER_REQUEST_KINDS)("to %s stays failed", (kind) => {
    expect(after(kind, "failed")).toEqual([])
  })

  it("fails after it succeeded only where it is a refund: banks send them back", () => {
    expect(after("refund", "succeeded")).toEqual(["failed", "canceled"])
    for (const kind of ["capture", "cancel", "charge"] as const) {
      expect(after(kind, "succeeded")).toEqual([])
    }
  })

  it("waits for a bank where it is a refund or a charge, for a customer where it is a refund", () => {
    const waits = PROVIDER_REQUEST_KINDS.filter((kind) =>
      canTransition(kind, "submitting", "pending")
    )
    expect(waits).toEqual(["refund", "charge"])
    const asks = PROVIDER_REQUEST_KINDS.filter((kind) =>
      canTransition(kind, "submitting", "requires_action")
    )
    expect(asks).toEqual(["refund"])
  })
})
