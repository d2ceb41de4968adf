import fc from "fast-check"
import { arrivalOf, lastArrival, type Movement } from "./arrival"
import { destinationOf } from "./destinations"
import { REFUND_TRANSACTION_STATUSES } from "./refund-transaction-status"

/** Taken on a Friday. */
const movement = (more: Partial<Movement> = {}): Movement => ({
  status: "succeeded",
  destination_type: "card",
  card_refund_type: "refund",
  pending_reason: null,
  sent_at: "2026-11-20T09:00:00.000Z",
  ...more,
})

const daysOf = (more: Partial<Movement>) => {
  const { from, to } = arrivalOf(movement(more)) ?? { from: "", to: "" }
  return [from.slice(0, 10), to.slice(0, 10)]
}

describe("when money should be back", () => {
  it.each([
    ["card", "2026-11-27", "2026-12-04"],
    ["klarna", "2026-11-24", "2026-11-27"],
    ["paypal", "2026-11-23", "2026-12-04"],
    ["ideal", "2026-11-23", "2026-12-01"],
    ["bancontact", "2026-11-23", "2026-12-01"],
    ["eu_bank_transfer", "2026-11-23", "2026-12-01"],
    ["sepa_debit", "2026-11-23", "2026-12-01"],
    ["us_bank_transfer", "2026-11-27", "2026-12-04"],
    ["a_method_of_tomorrow", "2026-11-27", "2026-12-04"],
    ["toString", "2026-11-27", "2026-12-04"],
    [null, "2026-11-27", "2026-12-04"],
  ])("depends on the way back: %s", (destination_type, from, to) => {
    expect(daysOf({ destination_type, card_refund_type: null })).toEqual([
      from,
      to,
    ])
  })

  it("is sooner where a card's charge is taken off the statement", () => {
    expect(daysOf({ card_refund_type: "reversal" })).toEqual([
      "2026-11-23",
      "2026-12-01",
    ])
    expect(daysOf({ card_refund_type: "pending" })).toEqual([
      "2026-11-27",
      "2026-12-04",
    ])
  })

  it("leaves weekends out, and keeps the time of day", () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date("2020-01-01"),
          max: new Date("2040-01-01"),
          noInvalidDate: true,
        }),
        fc.constantFrom("card", "klarna", "paypal", "ideal", "x"),
        (sent, destination_type) => {
          const sent_at = sent.toISOString()
          const arrival = arrivalOf(movement({ sent_at, destination_type }))
          for (const at of [arrival?.from, arrival?.to].map(String)) {
            expect([0, 6]).not.toContain(new Date(at).getUTCDay())
            expect(at.slice(10)).toBe(sent_at.slice(10))
            expect(at > sent_at).toBe(true)
          }
        }
      )
    )
  })

  it("is told while it is on its way, and once it is done", () => {
    const told = REFUND_TRANSACTION_STATUSES.filter((status) =>
      arrivalOf(movement({ status }))
    )
    expect(told).toEqual(["pending", "succeeded"])
  })

  it.each([
    ["insufficient_funds", false],
    ["charge_pending", false],
    ["processing", true],
    [null, true],
  ])("is not known before Stripe sends it: %s", (pending_reason, known) => {
    const arrival = arrivalOf(movement({ status: "pending", pending_reason }))
    expect(arrival !== null).toBe(known)
  })

  it("is not known before a gateway took it", () => {
    expect(arrivalOf(movement({ sent_at: null }))).toBeNull()
  })

  it("is that of the last part, of several", () => {
    const klarna = movement({ destination_type: "klarna" })
    const later = movement({
      destination_type: "klarna",
      sent_at: "2026-11-27T09:00:00.000Z",
    })
    expect(lastArrival([klarna, movement(), later])).toEqual({
      from: "2026-12-01T09:00:00.000Z",
      to: "2026-12-04T09:00:00.000Z",
    })
    expect(lastArrival([movement({ sent_at: null })])).toBeNull()
    expect(lastArrival([])).toBeNull()
  })
})

describe("where money goes back to", () => {
  it.each([
    ["card", "Card"],
    ["klarna", "Klarna"],
    ["eu_bank_transfer", "Bank transfer"],
    ["ideal", "iDEAL"],
    ["a_method_of_tomorrow", "A method of tomorrow"],
    ["constructor", "Constructor"],
  ])("has a name for people: %s", (type, name) => {
    expect(destinationOf(type).name).toBe(name)
  })
})
