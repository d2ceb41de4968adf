import type { PaymentDisputeDTO } from "../../types"
import translations from "../i18n"
import { disputesToShow, disputeText } from "./dispute-text"

const t = (key: string, values?: Record<string, string>) =>
  [key, ...Object.values(values ?? {})].join(" ")

const dispute = (change: Partial<PaymentDisputeDTO>): PaymentDisputeDTO => ({
  id: "du_1",
  payment_id: "pay_1",
  status: "needs_response",
  reason: "fraudulent",
  amount: "12.34",
  currency_code: "eur",
  refundable: false,
  created_at: "2026-01-01T00:00:00.000Z",
  ...change,
})

describe("which disputes are shown", () => {
  it.each<[string, boolean, boolean]>([
    ["needs_response", false, true],
    ["under_review", false, true],
    ["warning_needs_response", true, false],
    ["won", true, false],
    ["won", false, false],
    ["lost", false, true],
    ["lost", true, true],
  ])("%s, refundable %s: %s", (status, refundable, shown) => {
    const payments = [{ dispute: dispute({ status, refundable }) }]
    expect(disputesToShow(payments)).toHaveLength(shown ? 1 : 0)
  })

  it("are none without a dispute", () => {
    expect(disputesToShow([{ dispute: null }])).toEqual([])
  })
})

describe("what a dispute means", () => {
  it("while it is open: the amount, and the reason in words", () => {
    const text = disputeText(dispute({}), t)
    expect(text).toMatch(
      /^refunds.dispute.open .*12.34.* refunds.dispute.reason/
    )
    expect(translations.en.translation.refunds.dispute.reason).toHaveProperty(
      "fraudulent"
    )
  })

  it("with a reason that is new: Stripe's word", () => {
    const text = disputeText(dispute({ reason: "bad_weather" }), t)
    expect(text).toMatch(/bad weather$/)
  })

  it("when it is lost: that the money went back", () => {
    const text = disputeText(dispute({ status: "lost" }), t)
    expect(text).toMatch(/^refunds.dispute.lost .*12.34/)
  })
})
