import type { CustomerRefundRecord } from "../../modules/refunds/types"
import { customerRefund, isForCustomer } from "./customer-refund"

const paid: CustomerRefundRecord["transactions"][number] = {
  method: "gateway",
  reference: null,
  card_refund_type: null,
  accepted_at: "2026-11-20T09:00:00.000Z",
  action_expires_at: null,
  superseded_at: null,
}

const refund: CustomerRefundRecord = {
  id: "orref_1",
  status: "succeeded",
  currency_code: "eur",
  amount: "30.00",
  customer_note: null,
  revoked_at: null,
  created_at: "2026-11-20T08:59:59.000Z",
  lines: [
    {
      kind: "unallocated",
      item_id: null,
      title: "Refund in Stripe (re_1)",
      quantity: 1,
      amount: "30.00",
    },
  ],
  transactions: [paid],
  trail: [
    {
      request_id: "reftrx_1",
      to_status: "succeeded",
      created_at: "2026-11-20T09:00:00.000Z",
    },
  ],
}

describe("what a customer may see of a refund", () => {
  it("depends on the record alone, not on when it is looked at", () => {
    const now = customerRefund(refund)
    jest.useFakeTimers({ now: new Date("2027-06-01T00:00:00Z") })
    try {
      expect(customerRefund(refund)).toEqual(now)
    } finally {
      jest.useRealTimers()
    }
    expect(now.expected_at).toEqual({
      from: "2026-11-27T09:00:00.000Z",
      to: "2026-12-04T09:00:00.000Z",
    })
  })

  it("names no line by an id of Stripe", () => {
    expect(customerRefund(refund).lines[0]?.title).toBe("Refund")
  })

  it("is a reversal only where all of it comes back that way", () => {
    const reversal = { ...paid, card_refund_type: "reversal" }
    const isReversal = (
      ...transactions: CustomerRefundRecord["transactions"]
    ) => customerRefund({ ...refund, transactions }).is_reversal
    expect(isReversal(reversal, reversal)).toBe(true)
    expect(isReversal(reversal, paid)).toBe(false)
    expect(isReversal({ ...reversal, method: "other" })).toBe(false)
    expect(isReversal()).toBe(false)
  })

  it("counts days from the last acceptance of what still counts", () => {
    const later = { ...paid, accepted_at: "2026-11-23T09:00:00.000Z" }
    const gone = {
      ...paid,
      accepted_at: "2026-11-25T09:00:00.000Z",
      superseded_at: "2026-11-26T09:00:00.000Z",
    }
    expect(
      customerRefund({ ...refund, transactions: [later, paid, gone] })
        .expected_at?.from
    ).toBe("2026-11-30T09:00:00.000Z")
  })
})

describe("a refund that was taken back", () => {
  const revoked_at = "2026-11-21T09:00:00.000Z"

  it("is shown where money may have been on its way", () => {
    expect(isForCustomer({ ...refund, revoked_at })).toBe(true)
  })

  it("never was, for the customer, where it was refused at once", () => {
    const refused = { ...paid, accepted_at: null }
    expect(
      isForCustomer({ ...refund, revoked_at, transactions: [refused] })
    ).toBe(false)
  })
})
