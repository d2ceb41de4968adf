import { NO_REFUND_DETAILS } from "../domain"
import { refundOutcome } from "./refund-outcome"

/** A refund as Stripe answers, of which a test says what matters. */
const outcome = (said: object) =>
  refundOutcome({ id: "re_1", status: "succeeded", ...said } as never)

const sentTo = (type: string, block: object | null) =>
  outcome({ destination_details: { type, [type]: block } })

describe("the bank's reference", () => {
  it.each([
    // All that the SDK's `DestinationDetails` has one for.
    "afterpay_clearpay",
    "blik",
    "br_bank_transfer",
    "card",
    "crypto",
    "eu_bank_transfer",
    "gb_bank_transfer",
    "jp_bank_transfer",
    "klarna",
    "mb_way",
    "multibanco",
    "mx_bank_transfer",
    "p24",
    "paypal",
    "swish",
    "th_bank_transfer",
    "us_bank_transfer",
    "a_method_of_tomorrow",
  ])("is read wherever Stripe gives one: %s", (type) => {
    expect(
      sentTo(type, { reference: "REF1", reference_status: "available" })
    ).toMatchObject({
      reference: "REF1",
      details: { destination_type: type, reference_status: "available" },
    })
  })

  it.each([
    ["not given yet", { reference: null, reference_status: "pending" }],
    ["empty", { reference: "" }],
    ["never given for the method", {}],
    ["of a block that is null", null],
  ])("is none when it is %s", (_what, block) => {
    expect(sentTo("card", block).reference).toBeNull()
  })

  it("is none where Stripe does not say how the money goes back", () => {
    const { reference, details } = outcome({})
    expect([reference, details]).toEqual([null, NO_REFUND_DETAILS])
  })
})

describe("what Stripe says beside the status", () => {
  it("is that a card's charge disappears from the statement", () => {
    expect(sentTo("card", { type: "reversal" }).details).toMatchObject({
      destination_type: "card",
      card_refund_type: "reversal",
    })
  })

  it("is why a network refused it", () => {
    expect(
      sentTo("paypal", { network_decline_code: "REFUND_FAILED" }).details
    ).toMatchObject({ network_decline_code: "REFUND_FAILED" })
  })

  it.each(["insufficient_funds", "processing", "charge_pending"])(
    "is why it waits: %s",
    (pending_reason) => {
      expect(
        outcome({ status: "pending", pending_reason }).details
      ).toMatchObject({ pending_reason })
    }
  )

  it("is when the customer was asked, and until when they can answer; not their address", () => {
    const { details } = outcome({
      status: "requires_action",
      next_action: {
        type: "display_details",
        display_details: {
          email_sent: {
            email_sent_at: 1767355200,
            email_sent_to: "a@b.example",
          },
          expires_at: 1771243200,
        },
      },
    })
    expect(details).toEqual({
      ...NO_REFUND_DETAILS,
      action_email_sent_at: "2026-01-02T12:00:00.000Z",
      action_expires_at: "2026-02-16T12:00:00.000Z",
    })
    expect(JSON.stringify(details)).not.toContain("@")
  })
})
