import { at, payment, refund, transaction } from "../__fixtures__/books"
import type { RefundTransactionStatus } from "../gateway/refund-transaction-status"
import { paymentBalance } from "./payment-balance"
import type { PaymentDisputeRecord } from "./refund-records"

const NOW = new Date(at(30))
const AT_STRIPE = { gateway: "stripe", method_type: "card" } as const
const BY_PROVIDER = { gateway: "provider", method_type: null } as const

const dispute = (
  more: Partial<PaymentDisputeRecord> = {}
): PaymentDisputeRecord => ({
  id: "du_1",
  order_id: "order_1",
  payment_id: "pay_1",
  status: "needs_response",
  reason: "fraudulent",
  currency_code: "eur",
  amount: "20.00",
  is_charge_refundable: false,
  opened_at: at(1),
  ...more,
})

const row = (id: string, amount: string) => ({
  id,
  amount,
  note: null,
  created_by: null,
  refund_reason_id: null,
  created_at: at(1),
})

describe("what a payment took", () => {
  it("is what Stripe received, not Medusa's unrounded figure", () => {
    const paid = payment({
      amount: "92.3843",
      captured: "92.3843",
      data: { amount_received: 9238 },
    })
    expect(paymentBalance(paid, [], [], AT_STRIPE, NOW).captured).toBe("92.38")
  })

  it("is what Stripe received, also where Medusa captured less", () => {
    const paid = payment({
      amount: "80",
      captured: "30",
      data: { amount_received: 8000 },
    })
    expect(paymentBalance(paid, [], [], AT_STRIPE, NOW).captured).toBe("80.00")
  })

  it("is its own part where the intent paid several", () => {
    const part = payment({
      amount: "20",
      captured: "20",
      data: { amount_received: 5000 },
    })
    expect(paymentBalance(part, [], [], AT_STRIPE, NOW).captured).toBe("20.00")
  })

  it.each([
    [
      "nothing captured",
      { captured: "0", data: { amount_received: 2000 } },
      "0.00",
    ],
    [
      "another provider's",
      { captured: "19.999", data: { amount_received: 1 } },
      "20.00",
    ],
    ["no figure of Stripe's", { captured: "19.994", data: {} }, "19.99"],
    [
      "a figure that is none",
      { captured: "20", data: { amount_received: 1.5 } },
      "20.00",
    ],
  ])("%s: what Medusa captured, as money", (what, more, captured) => {
    const gateway = what.startsWith("another") ? BY_PROVIDER : AT_STRIPE
    const balance = paymentBalance(payment(more), [], [], gateway, NOW)
    expect(balance.captured).toBe(captured)
  })

  it("of ten fils: the provider rounds up to what the currency can pay", () => {
    const dinars = payment({ currency_code: "kwd", captured: "1.062" })
    expect(paymentBalance(dinars, [], [], BY_PROVIDER, NOW).captured).toBe(
      "1.070"
    )
  })
})

describe("what left a payment", () => {
  const of = (status: RefundTransactionStatus) =>
    paymentBalance(
      payment(),
      [refund({ transactions: [transaction({ status })] })],
      [],
      AT_STRIPE,
      NOW
    )

  it.each<[RefundTransactionStatus, string, string]>([
    ["reserved", "0", "10"],
    ["submitting", "0", "10"],
    ["unknown", "0", "10"],
    ["pending", "10", "0"],
    ["requires_action", "10", "0"],
    ["succeeded", "10", "0"],
    ["failed", "0", "0"],
    ["canceled", "0", "0"],
  ])("%s: %s refunded, %s reserved", (status, refunded, reserved) => {
    expect(of(status)).toMatchObject({ refunded, reserved })
  })

  it("is counted once where Medusa has a row of ours", () => {
    const ours = payment({
      refunds: [row("ref_1", "10"), row("ref_2", "3.996")],
    })
    const balance = paymentBalance(ours, [refund()], [], AT_STRIPE, NOW)
    expect(balance.refunded).toBe("14")
  })

  it("counts another payment's refunds and what was paid elsewhere not", () => {
    const others = refund({
      transactions: [
        transaction({ payment_id: "pay_2" }),
        transaction({ method: "other" }),
      ],
    })
    expect(
      paymentBalance(payment(), [others], [], AT_STRIPE, NOW).refunded
    ).toBe("0")
  })

  it("holds what others got of the same intent", () => {
    const shared = payment({ held: "5" })
    expect(paymentBalance(shared, [], [], AT_STRIPE, NOW).reserved).toBe("5")
  })
})

describe("whether a payment can give back", () => {
  it("is Stripe's word: a dispute that blocks it is named", () => {
    const balance = paymentBalance(payment(), [], [dispute()], AT_STRIPE, NOW)
    expect(balance).toMatchObject({
      refundable: false,
      dispute: { id: "du_1", status: "needs_response" },
      reserved: "0",
    })
  })

  it("is yes after an inquiry, or a dispute that was won", () => {
    const free = dispute({ is_charge_refundable: true, status: "won" })
    const balance = paymentBalance(payment(), [], [free], AT_STRIPE, NOW)
    expect(balance.refundable).toBe(true)
    expect(balance.dispute).toBeUndefined()
    expect(balance.reserved).toBe("0")
  })

  it("is yes for the rest of one that was lost in part", () => {
    const lost = dispute({
      is_charge_refundable: true,
      status: "lost",
      amount: "8.00",
    })
    const balance = paymentBalance(payment(), [], [lost], AT_STRIPE, NOW)
    expect(balance).toMatchObject({ refundable: true, reserved: "8" })
  })

  it("is no where the store has the provider no more", () => {
    const gone = { gateway: "missing", method_type: null } as const
    expect(paymentBalance(payment(), [], [], gone, NOW)).toMatchObject({
      refundable: false,
      provider_missing: true,
    })
  })

  it("is told when it is older than its method allows", () => {
    const old = payment({ captured_at: "2026-01-01T00:00:00.000Z" })
    const ideal = { gateway: "stripe", method_type: "ideal" } as const
    expect(
      paymentBalance(old, [], [], ideal, NOW).overdue_method
    ).toMatchObject({ name: "iDEAL", refund_days: 180 })
    expect(
      paymentBalance(old, [], [], AT_STRIPE, NOW).overdue_method
    ).toBeUndefined()
  })
})
