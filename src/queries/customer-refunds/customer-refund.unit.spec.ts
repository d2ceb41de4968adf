import type { CustomerRefundRecord } from "../../modules/refunds/types"
import { customerRefund } from "./customer-refund"

const paid: CustomerRefundRecord["transactions"][number] = {
  id: "reftrx_1",
  status: "succeeded",
  method: "gateway",
  reference: null,
  destination_type: "card",
  card_refund_type: null,
  pending_reason: null,
  accepted_at: "2026-11-20T09:00:00.000Z",
  action_expires_at: null,
  superseded_at: null,
}

const refund: CustomerRefundRecord = {
  id: "orref_1",
  order_id: "order_1",
  order_display_id: 1,
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

describe("how the money comes back", () => {
  const shown = (...transactions: CustomerRefundRecord["transactions"]) =>
    customerRefund({ ...refund, transactions })

  it("is named once for each way, as far as it is known", () => {
    const klarna = { ...paid, destination_type: "klarna" }
    const other = { ...paid, method: "other" as const, destination_type: null }
    const elsewhere = { ...paid, method: "refund" as const }
    const unknown = { ...paid, destination_type: null }
    expect(shown(paid, klarna, paid, other, elsewhere).methods).toEqual([
      { type: "card", name: "Card" },
      { type: "klarna", name: "Klarna" },
      { type: "other", name: "Paid another way" },
    ])
    expect(shown(unknown).methods).toEqual([])
    expect(shown({ ...klarna, superseded_at: "2026-11-26" }).methods).toEqual(
      []
    )
  })

  it("decides when it should be there; the last part counts", () => {
    const klarna = { ...paid, destination_type: "klarna" }
    expect(shown(klarna).expected_at?.to).toBe("2026-11-27T09:00:00.000Z")
    expect(shown(klarna, paid).expected_at?.to).toBe("2026-12-04T09:00:00.000Z")
  })

  it("is no date for what was paid outside, or failed, or waits for the merchant", () => {
    for (const more of [
      { method: "other" as const },
      { method: "refund" as const },
      { status: "failed" as const },
      { status: "pending" as const, pending_reason: "insufficient_funds" },
      { status: "requires_action" as const },
    ]) {
      expect(shown({ ...paid, ...more }).expected_at).toBeNull()
    }
  })

  const entry = (to_status: string, day: string, id = "reftrx_1") => ({
    request_id: id,
    to_status,
    created_at: `2026-11-${day}T09:00:00.000Z`,
  })

  it("takes its days from when a card's refund was sent, a transfer's was taken", () => {
    const trail = [entry("pending", "20"), entry("succeeded", "24")]
    const from = (destination_type: string) =>
      customerRefund({
        ...refund,
        trail,
        transactions: [{ ...paid, destination_type }],
      }).expected_at?.from
    expect(from("card")).toBe("2026-12-01T09:00:00.000Z")
    expect(from("eu_bank_transfer")).toBe("2026-11-23T09:00:00.000Z")
  })

  it("takes its days from when the customer has said where to", () => {
    const trail = [
      entry("submitting", "20"),
      entry("requires_action", "20"),
      entry("pending", "21", "reftrx_2"),
      entry("pending", "25"),
      entry("succeeded", "26"),
    ]
    const transactions = [{ ...paid, destination_type: "konbini" }]
    const asked = customerRefund({ ...refund, trail, transactions })
    expect(asked.expected_at).toEqual({
      from: "2026-12-02T09:00:00.000Z",
      to: "2026-12-09T09:00:00.000Z",
    })
    expect(asked.timeline.map(({ status }) => status)).toContain(
      "action_required"
    )
  })
})

describe("what happens next", () => {
  it.each([
    ["processing", "requested", "wait"],
    ["pending", "on_its_way", "wait"],
    ["requires_action", "action_required", "action_required"],
    ["succeeded", "refunded", "none"],
    ["partially_failed", "partially_refunded", "shop_will_contact_you"],
    ["failed", "failed", "shop_will_contact_you"],
    ["withdrawn", "canceled", "none"],
    // Cancelled at Stripe by somebody else: the store owes it still.
    ["canceled", "failed", "shop_will_contact_you"],
  ] as const)("of one that is %s: it is %s, %s", (status, told, next_step) => {
    expect(customerRefund({ ...refund, status })).toMatchObject({
      status: told,
      next_step,
    })
  })

  it("is nothing where the merchant cancelled it", () => {
    const revoked_at = "2026-11-21T09:00:00.000Z"
    expect(
      customerRefund({ ...refund, status: "canceled", revoked_at })
    ).toMatchObject({
      status: "canceled",
      next_step: "none",
      expected_at: null,
    })
  })
})
