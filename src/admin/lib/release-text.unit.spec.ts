import { AdminApiError } from "./admin-api-error"
import {
  bankText,
  releaseErrorText,
  releaseResult,
  releaseSubmitText,
  releaseTarget,
} from "./release-text"

const t = (key: string, values?: Record<string, string>) =>
  [key, ...Object.values(values ?? {})].join("|")

const part = {
  kind: "capture_less" as const,
  currency_code: "eur",
  authorized: "65.41",
  released: "19.82",
  capture_amount: "45.59",
}
const everything = {
  ...part,
  kind: "void" as const,
  released: "65.41",
  capture_amount: "0.00",
}

describe("the texts of a release", () => {
  it("say what the customer's bank shows", () => {
    expect(bankText(part, t)).toBe(
      "refundRelease.bank.capture_less|€65.41|€19.82|€45.59"
    )
    expect(bankText(everything, t)).toBe(
      "refundRelease.bank.void|€65.41|€65.41|€0.00"
    )
  })

  it("say on the button what is released, and that everything cancels the order", () => {
    expect(releaseSubmitText(part, t)).toBe(
      "refundRelease.submit.capture_less|€65.41|€19.82|€45.59"
    )
    expect(releaseSubmitText(everything, t)).toMatch(/submit\.void/)
    expect(releaseSubmitText(undefined, t)).toBe("refundRelease.submit.none")
  })

  it.each([
    ["succeeded", "success", "refundRelease.done.capture_less"],
    ["processing", "info", "refundRelease.processing"],
    ["partially_failed", "warning", "refundRelease.partial"],
    ["failed", "error", "refundRelease.failed"],
  ] as const)("say of %s no more than is known", (status, tone, key) => {
    const said = releaseResult({ ...part, status }, t)
    expect(said.tone).toBe(tone)
    expect(said.text.split("|")[0]).toBe(key)
  })
})

describe("a refusal of a release", () => {
  const request = {
    items: [{ item_id: "shirt", quantity: 9 }],
    shipping: [{ shipping_method_id: "ship" }],
  }
  it.each([
    ["items.0.quantity", "shirt"],
    ["shipping.0.shipping_method_id", "ship"],
    ["note", null],
  ])("about %s stands at %s", (field, expected) => {
    expect(releaseTarget({ details: { field } }, request)).toBe(expected)
  })

  it("says to refund what was captured meanwhile, else the server's words", () => {
    const refusal = (code: string) =>
      new AdminApiError(400, { type: "not_allowed", code, message: "Words." })
    const said = (error: Error) => releaseErrorText(error, { isSent: true }, t)
    expect(said(refusal("order_already_captured"))).toBe(
      "refundRelease.error.order_already_captured"
    )
    expect(said(refusal("order_not_cancelable"))).toBe("Words.")
    expect(said(new TypeError("Failed to fetch"))).toBe(
      "refundRelease.error.lost"
    )
  })
})
