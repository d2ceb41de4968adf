import { AdminApiError } from "./admin-api-error"
import {
  actionErrorText,
  previewErrorText,
  submissionErrorText,
} from "./error-text"

const t = (key: string, values?: Record<string, string>) =>
  [key, ...Object.values(values ?? {})].join(" ")

const seen = { amount: "19.82", currency: "eur" }
const refused = (
  status: number,
  code: string,
  details?: Record<string, unknown>
) =>
  new AdminApiError(status, { type: "x", code, message: "Its words.", details })

describe("what a merchant reads", () => {
  it("when a refund is refused: the server's words", () => {
    const error = refused(422, "provider_declined")
    expect(submissionErrorText(error, seen, t)).toBe("Its words.")
  })

  it.each([new TypeError("Failed to fetch"), refused(502, "unknown_error")])(
    "when the answer was lost: that pressing again is safe (%s)",
    (error) => {
      expect(submissionErrorText(error, seen, t)).toBe("refunds.drawer.lost")
    }
  )

  it("when the amount changed meanwhile: the old one and the new one", () => {
    const error = refused(409, "plan_changed", {
      refund_plan: { amount: "12.00" },
    })
    const text = submissionErrorText(error, seen, t)
    expect(text).toContain("refunds.drawer.changedAmount")
    expect(text).toMatch(/19.82.*12.00/)
  })

  it.each([
    undefined,
    { refund_plan: { amount: "19.82" } },
    { refund_plan: 1 },
  ])("when something else changed meanwhile: no amounts (%j)", (details) => {
    const error = refused(409, "plan_changed", details)
    expect(submissionErrorText(error, seen, t)).toBe("refunds.drawer.changed")
  })

  it("when there is no preview: why", () => {
    const why = (error: Error) => previewErrorText(error, "eur", t)
    expect(why(refused(400, "nothing_to_refund"))).toBe("Its words.")
    expect(why(new TypeError("Failed to fetch"))).toBe(
      "refunds.drawer.noPreview"
    )
  })

  it("when the chosen reason is gone: to choose another", () => {
    const error = refused(404, "refund_reason_not_found")
    expect(previewErrorText(error, "eur", t)).toBe("refunds.drawer.reasonGone")
    expect(submissionErrorText(error, seen, t)).toBe(
      "refunds.drawer.reasonGone"
    )
  })

  it("when the payments hold less: how much they hold", () => {
    const error = refused(400, "amount_exceeds_payment", {
      largest_amount: "65.30",
    })
    const text = previewErrorText(error, "eur", t)
    expect(text).toMatch(/^refunds.drawer.exceedsPayments .*65.30/)
  })

  it("when more is assigned than was refunded: how much can be", () => {
    const error = refused(400, "amount_exceeds_payment", {
      largest_amount: "19.82",
      order_refund_id: "orref_1",
    })
    const text = previewErrorText(error, "eur", t)
    expect(text).toMatch(/^refunds.assign.tooMuch .*19.82/)
  })
})

describe("what a merchant reads when an action on a refund fails", () => {
  it("is the server's words", () => {
    const error = refused(409, "refund_in_progress")
    expect(actionErrorText(error, "eur", t)).toBe("Its words.")
  })

  it("is the server's words when the payment of a retry holds less", () => {
    const error = refused(400, "amount_exceeds_payment", {
      largest_amount: "5.00",
      payment_id: "pay_1",
    })
    expect(actionErrorText(error, "eur", t)).toBe("Its words.")
  })

  it.each([new TypeError("Failed to fetch"), refused(500, "unknown_error")])(
    "is to look at the refund first, when the answer was lost (%s)",
    (error) => {
      expect(actionErrorText(error, "eur", t)).toBe("refunds.action.lost")
    }
  )
})
