import type { OrderEditSettlement } from "../../../types"
import { editOutcome } from "./edit-outcome"

const t = (key: string, values?: Record<string, string>) =>
  [key, ...Object.values(values ?? {})].join("|")

const outcomeOf = (settlement: Partial<OrderEditSettlement>) =>
  editOutcome(
    {
      currency_code: "eur",
      settlement: {
        kind: "link",
        status: "waiting",
        amount: "20.00",
        order_refund_id: null,
        payment_id: null,
        payment_collection_id: "paycol_1",
        payment_link: null,
        code: null,
        message: null,
        decline_code: null,
        advice_code: null,
        ...settlement,
      },
    },
    t
  )

describe("what is said after an edit whose customer cannot be sent a link", () => {
  it.each(["waiting", "owing"] as const)(
    "names the option that is missing (%s)",
    (status) => {
      expect(outcomeOf({ status })).toEqual({
        tone: "warning",
        text: "refundOrderEdit.result.noLink|€20.00",
        why: "refundOrderEdit.result.noStorefront",
        link: null,
      })
    }
  )

  it("names it also where the bank wants to hear the customer", () => {
    expect(
      outcomeOf({
        kind: "charge",
        status: "failed",
        code: "authentication_required",
      }).why
    ).toBe(
      "refundOrderEdit.result.authentication refundOrderEdit.result.noStorefront"
    )
  })

  it("does not mention it where there is a link, or nothing to pay", () => {
    const link = "https://shop.example/payment-collection/paycol_1"
    expect(outcomeOf({ payment_link: link })).toMatchObject({
      tone: "success",
      text: "refundOrderEdit.result.waiting|€20.00",
      link,
    })
    expect(
      outcomeOf({
        kind: "none",
        status: "settled",
        payment_collection_id: null,
      })
    ).toMatchObject({ text: "refundOrderEdit.result.done|€20.00", why: null })
  })
})
