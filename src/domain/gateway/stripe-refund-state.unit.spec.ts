import { stripeRefund } from "../__fixtures__/order-books"
import { unclearMessage } from "./own-refunds"
import { NO_REFUND_DETAILS, sameRefundDetails } from "./refund-details"
import { isNeverCaptured } from "./stripe-refund-state"

describe("a refund as Stripe tells it", () => {
  it("gave nothing back where its money was never captured", () => {
    const failed = (failure_code: string) =>
      stripeRefund({ status: "failed", failure_code })
    expect(isNeverCaptured(failed("never_captured"))).toBe(true)
    expect(isNeverCaptured(failed("expired_or_canceled_card"))).toBe(false)
    expect(isNeverCaptured(stripeRefund())).toBe(false)
  })

  it("says the same where every detail is the same", () => {
    const card = { ...NO_REFUND_DETAILS, destination_type: "card" }
    expect(sameRefundDetails(card, { ...card })).toBe(true)
    expect(sameRefundDetails(card, NO_REFUND_DETAILS)).toBe(false)
    expect(
      sameRefundDetails(card, { ...card, card_refund_type: "reversal" })
    ).toBe(false)
  })

  it("that may be of two payments names both, and what they share", () => {
    const payments = [
      { payment_id: "pay_1", order_id: "order_1" },
      { payment_id: "pay_2", order_id: "order_2" },
    ]
    const told = (payment_intent: string | null) =>
      unclearMessage({ refund: stripeRefund({ payment_intent }), payments })
    const names =
      "re_1 may be of pay_1 (order_1) or pay_2 (order_2): they share"
    expect(told("pi_1")).toContain(`${names} pi_1.`)
    expect(told(null)).toContain(`${names} ch_1.`)
  })
})
