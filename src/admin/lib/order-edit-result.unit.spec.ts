import type { OrderEditSettlement } from "../../types"
import { needsAttention, orderEditResult } from "./order-edit-result"

const t = (key: string, values?: Record<string, string>) =>
  [key, ...Object.values(values ?? {})].join("|")

const LINK = "https://shop.example/payment-collection/paycol_1?order_id=order_1"

const resultOf = (settlement: Partial<OrderEditSettlement>) =>
  orderEditResult(
    {
      currency_code: "eur",
      settlement: {
        kind: "charge",
        status: "settled",
        amount: "20.00",
        order_refund_id: null,
        payment_id: null,
        payment_collection_id: null,
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

describe("what is said after an edit", () => {
  it.each([
    ["refund", "refund"],
    ["charge", "charge"],
    ["none", "done"],
  ] as const)("when a %s is settled, and no more", (kind, key) => {
    const result = resultOf({ kind })
    expect(result).toMatchObject({
      tone: "success",
      text: `refundOrderEdit.result.${key}|€20.00`,
    })
    expect(needsAttention(result)).toBe(false)
  })

  it("says what a declined card leaves owing, why, and where it can be paid", () => {
    const result = resultOf({
      status: "failed",
      payment_link: LINK,
      code: "card_declined",
      message: "Your card was declined.",
    })
    expect(result).toEqual({
      tone: "warning",
      text: "refundOrderEdit.result.chargeFailed|€20.00",
      why: "Your card was declined.",
      link: LINK,
    })
    expect(needsAttention(result)).toBe(true)
  })

  it.each([
    ["try_again_later", "later"],
    ["do_not_try_again", "otherCard"],
    ["confirm_card_data", "confirmCard"],
  ])("adds what Stripe advises: %s", (advice_code, key) => {
    const { why } = resultOf({
      status: "failed",
      code: "card_declined",
      message: "Your card was declined.",
      advice_code,
    })
    expect(why).toBe(
      `Your card was declined. refundOrderEdit.result.advice.${key}`
    )
  })

  it("says in plain words that the bank wants to hear the customer", () => {
    const { why } = resultOf({
      status: "failed",
      code: "authentication_required",
      message:
        "Your card was declined. This transaction requires authentication.",
    })
    expect(why).toBe("refundOrderEdit.result.authentication")
  })

  it("keeps the drawer open for a link that is to be copied", () => {
    const result = resultOf({
      kind: "link",
      status: "waiting",
      payment_link: LINK,
    })
    expect(result.link).toBe(LINK)
    expect(needsAttention(result)).toBe(true)
  })

  it("does not call it done while the answer is awaited", () => {
    expect(resultOf({ status: "processing" })).toMatchObject({
      tone: "info",
      text: "refundOrderEdit.result.processing|€20.00",
    })
  })

  it("tells money owed to the customer from money that the customer owes", () => {
    expect(resultOf({ kind: "later", status: "owing" }).text).toBe(
      "refundOrderEdit.result.owed|€20.00"
    )
    expect(
      resultOf({ kind: "later", status: "owing", payment_link: LINK }).text
    ).toBe("refundOrderEdit.result.owing|€20.00")
    expect(resultOf({ kind: "refund", status: "failed" }).text).toBe(
      "refundOrderEdit.result.refundFailed|€20.00"
    )
  })
})
