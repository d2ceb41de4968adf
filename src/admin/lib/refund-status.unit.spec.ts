import type { OrderRefundDTO } from "../../types"
import {
  hasMoved,
  lookAgainAfter,
  stripeDashboardUrl,
  stripeDisputeUrl,
} from "./refund-status"

const refund = (
  id: string,
  status: OrderRefundDTO["status"],
  source: OrderRefundDTO["source"] = "admin"
) => ({ id, status, source })

describe("when the widget looks again", () => {
  it.each<[OrderRefundDTO["status"], number | false]>([
    ["processing", 3_000],
    ["pending", 30_000],
    ["requires_action", 30_000],
    ["succeeded", false],
    ["failed", false],
  ])("%s: %s ms", (status, delay) => {
    expect(lookAgainAfter([refund("a", status)], 0)).toBe(delay)
  })

  it("is soon when one of several is being made", () => {
    const refunds = [refund("a", "pending"), refund("b", "processing")]
    expect(lookAgainAfter(refunds, 0)).toBe(3_000)
  })

  it("is soon when a job has to finish an edit or a release", () => {
    expect(lookAgainAfter([], 1)).toBe(5_000)
    expect(lookAgainAfter([refund("a", "pending")], 1)).toBe(5_000)
    expect(lookAgainAfter([refund("a", "processing")], 1)).toBe(3_000)
  })

  it("is never without refunds", () => {
    expect(lookAgainAfter([], 0)).toBe(false)
  })
})

describe("a refund has moved", () => {
  const before = [refund("a", "processing"), refund("b", "succeeded")]

  it("when its status is another one", () => {
    const after = [refund("a", "succeeded"), refund("b", "succeeded")]
    expect(hasMoved(before, after)).toBe(true)
  })

  it("when it was made in the Stripe Dashboard meanwhile", () => {
    const outside = refund("c", "succeeded", "stripe")
    expect(hasMoved(before, [outside, ...before])).toBe(true)
  })

  it("not when it was made here, nor when nothing changed", () => {
    expect(hasMoved(before, [...before, refund("c", "pending")])).toBe(false)
    expect(hasMoved(before, before)).toBe(false)
  })
})

describe("the link to the Stripe Dashboard", () => {
  it.each<[boolean | null, string]>([
    [true, "https://dashboard.stripe.com/payments/pi_1"],
    [false, "https://dashboard.stripe.com/test/payments/pi_1"],
  ])("livemode %s: %s", (livemode, url) => {
    expect(stripeDashboardUrl("pi_1", livemode)).toBe(url)
  })

  it("goes to a dispute, too", () => {
    expect(stripeDisputeUrl("du_1", false)).toBe(
      "https://dashboard.stripe.com/test/disputes/du_1"
    )
  })
})
