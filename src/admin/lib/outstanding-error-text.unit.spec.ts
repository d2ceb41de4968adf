import type { OutstandingPlan } from "../../types"
import { AdminApiError } from "./admin-api-error"
import { outstandingErrorText } from "./outstanding-error-text"

const t = (key: string, values?: Record<string, string>) =>
  [key, ...Object.values(values ?? {})].join(" ")

const refused = (code: string, details?: Record<string, unknown>) =>
  new AdminApiError(409, { type: "conflict", code, message: code, details })

const seen = { blocked: null, currency: "eur", amount: "12.00" }

const PLAN = {} as NonNullable<OutstandingPlan["refund_plan"]>

const textOf = (
  { refusal, submission }: { refusal?: AdminApiError; submission?: Error },
  blocked: { code: string; message: string } | null = null
) =>
  outstandingErrorText(
    {
      outstanding: refusal
        ? { refund_plan: null, refusal: refusal.body }
        : { refund_plan: PLAN, refusal: null },
      submission: submission ?? null,
    },
    { ...seen, blocked },
    t
  )

describe("why what is owed is not refunded", () => {
  it("is nothing without an error", () => {
    expect(textOf({})).toBeNull()
  })

  it("is what the server says, of the refund rather than of the preview", () => {
    expect(textOf({ refusal: refused("payment_disputed") })).toBe(
      "payment_disputed"
    )
    expect(
      textOf({
        refusal: refused("payment_disputed"),
        submission: refused("provider_declined"),
      })
    ).toBe("provider_declined")
  })

  it("is not repeated where the whole order is blocked by it", () => {
    const code = "order_has_active_change"
    const blocked = { code, message: code }
    expect(textOf({ refusal: refused(code) }, blocked)).toBeNull()
  })

  it("is told when the payments hold nothing, which no one else says", () => {
    const code = "nothing_to_refund"
    const blocked = { code, message: code }
    expect(textOf({ refusal: refused(code) }, blocked)).toBe(code)
  })

  it("names what the payments hold, where that is less than is owed", () => {
    const refusal = refused("amount_exceeds_payment", {
      largest_amount: "5.00",
    })
    expect(textOf({ refusal })).toMatch(
      /^refunds\.outstanding\.exceedsPayments .*5\.00/
    )
  })

  it("is that there is no preview where a rule of the store broke", () => {
    expect(
      outstandingErrorText(
        { outstanding: { refund_plan: null, refusal: null }, submission: null },
        seen,
        t
      )
    ).toBe("refunds.drawer.noPreview")
  })

  it("asks to press again when the answer was lost", () => {
    expect(textOf({ submission: new TypeError("Failed to fetch") })).toBe(
      "refunds.drawer.lost"
    )
  })
})
