import type { RefundTransactionDTO } from "../../types"
import { NO_REFUND_DETAILS } from "../../domain/gateway/refund-details"
import translations from "../i18n"
import { failuresOf, failureText } from "./failure-text"

const t = (key: string, values?: Record<string, string>) =>
  [key, ...Object.values(values ?? {})].join(" ")

const transaction = (
  id: string,
  change: Partial<RefundTransactionDTO>
): RefundTransactionDTO => ({
  id,
  payment_id: "pay_1",
  provider_id: "pp_stripe_stripe",
  amount: "5.00",
  status: "failed",
  stripe_refund_id: null,
  stripe_payment_id: null,
  failure_code: null,
  failure_reason: null,
  reference: null,
  ...NO_REFUND_DETAILS,
  fee: null,
  attempts: 1,
  method: "gateway",
  accepted_at: null,
  superseded_at: null,
  created_at: "2026-01-01T00:00:00.000Z",
  updated_at: "2026-01-01T00:00:00.000Z",
  ...change,
})

describe("why a refund failed", () => {
  it.each([
    "lost_or_stolen_card",
    "expired_or_canceled_card",
    "charge_for_pending_refund_disputed",
    "insufficient_funds",
    "declined",
    "merchant_request",
    "never_sent",
    "not_executed",
  ])("%s has its own text", (failure_code) => {
    const text = failureText({ failure_code, failure_reason: "Raw." }, t)
    expect(text).toBe(`refunds.failure.${failure_code}`)
    expect(translations.en.translation.refunds.failure).toHaveProperty(
      failure_code
    )
  })

  it.each([
    ["processing_error", "The bank is closed.", "The bank is closed."],
    ["some_new_code", "some_new_code", "some new code."],
    [null, "Out of paper.", "Out of paper."],
  ])("%s: in the provider's words", (failure_code, failure_reason, said) => {
    expect(failureText({ failure_code, failure_reason }, t)).toBe(
      `refunds.failure.provider ${said}`
    )
  })

  it.each([
    ["unknown", "unknown"],
    ["unknown", null],
    [null, " "],
  ])("%s without words: not known", (failure_code, failure_reason) => {
    expect(failureText({ failure_code, failure_reason }, t)).toBe(
      "refunds.failure.unknown"
    )
  })
})

describe("what is explained", () => {
  const transactions = [
    transaction("failed", {}),
    transaction("canceled", { status: "canceled" }),
    transaction("superseded", { superseded_at: "2026-01-02T00:00:00.000Z" }),
    transaction("arrived", { status: "succeeded" }),
  ]

  it("is what failed or was canceled, and was not taken up since", () => {
    const failures = failuresOf({ failed_amount: "10.00", transactions })
    expect(failures.map(({ id }) => id)).toEqual(["failed", "canceled"])
  })

  it("is nothing when the order owes nothing for it", () => {
    expect(failuresOf({ failed_amount: "0.00", transactions })).toEqual([])
  })
})
