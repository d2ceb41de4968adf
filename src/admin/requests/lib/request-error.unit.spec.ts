import translations from "../../i18n"
import { AdminApiError } from "../../lib/admin-api-error"
import { approvalErrorText, requestErrorText } from "./request-error"

const t = (key: string) => key

const refusal = (code: string, status = 409) =>
  new AdminApiError(status, { type: "conflict", code, message: "Raw words." })

describe("why an answer to a request was not taken", () => {
  it.each([
    "refund_request_not_found",
    "refund_request_decided",
    "withdrawal_not_declinable",
    "order_not_found",
  ])("%s has its own words", (code) => {
    expect(requestErrorText(refusal(code), t)).toBe(
      `refundRequests.error.${code}`
    )
    expect(approvalErrorText(refusal(code), seen, t)).toBe(
      `refundRequests.error.${code}`
    )
    expect(translations.en.translation.refundRequests.error).toHaveProperty(
      code
    )
  })

  const seen = { amount: "19.82", currency: "eur" }

  it("is in the server's words where there are no better ones", () => {
    expect(requestErrorText(refusal("order_canceled"), t)).toBe("Raw words.")
    expect(approvalErrorText(refusal("order_canceled"), seen, t)).toBe(
      "Raw words."
    )
  })

  it("says that a lost answer is lost, and that an approval may be sent again", () => {
    for (const lost of [new Error("reset"), refusal("unknown_error", 502)]) {
      expect(requestErrorText(lost, t)).toBe("refundRequests.error.lost")
      expect(approvalErrorText(lost, seen, t)).toBe("refunds.drawer.lost")
    }
  })

  it("says what an approval would refund now where the order has changed", () => {
    expect(approvalErrorText(refusal("plan_changed"), seen, t)).toBe(
      "refunds.drawer.changed"
    )
  })
})
