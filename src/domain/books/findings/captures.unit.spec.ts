import { at, payment } from "../../__fixtures__/books"
import { bare, booksOf, paidBack, row } from "../../__fixtures__/order-books"
import { captures } from "./captures"

const taken = (minor_amount: bigint, currency_code = "eur") =>
  new Map([["pay_1", { minor_amount, currency_code }]])

/** Captured in parts, the last one at a minute of the story. */
const captured = (minute: number, payment_id = "pay_1") => ({
  ...booksOf().stored,
  captures: [
    { id: "capt_1", payment_id, amount: "15", created_at: at(0) },
    { id: "capt_2", payment_id, amount: "5", created_at: at(minute) },
  ],
})

describe("what Medusa captured and what Stripe took", () => {
  it("are the same, or nobody has told", () => {
    expect(captures(booksOf())).toEqual([])
    expect(captures(booksOf({ taken: new Map() }))).toEqual([])
  })

  it("are found when Stripe took more", () => {
    const found = captures(booksOf({ taken: taken(2500n) }))
    expect(bare(found)).toEqual([
      {
        code: "stripe_capture_differs",
        severity: "error",
        about: "pay_1",
        mend: [],
      },
    ])
    expect(found[0]?.message).toContain("took EUR 25.00")
    expect(found[0]?.advice).toContain("EUR 5.00 more are due")
  })

  it("are found when Stripe took less", () => {
    const [found] = captures(booksOf({ taken: taken(1500n) }))
    expect(found?.advice).toContain("why EUR 5.00 did not arrive")
  })

  it("are not compared in two currencies", () => {
    expect(captures(booksOf({ taken: taken(2500n, "usd") }))).toEqual([])
  })

  it("are not compared where Medusa has no capture of the payment", () => {
    const stored = captured(1, "pay_2")
    expect(captures(booksOf({ taken: taken(2500n), stored }))).toEqual([])
  })

  it("are compared ten minutes after the last capture", () => {
    const found = (minute: number) =>
      captures(booksOf({ taken: taken(2500n), stored: captured(minute) }))
    expect(found(20)).toHaveLength(1)
    expect(found(21)).toEqual([])
  })

  it("are compared as the provider rounds: 19.996 is 20.00", () => {
    const order = paidBack({
      payments: [payment({ captured: "19.996", refunds: [row()] })],
    })
    expect(captures(booksOf({ order }))).toEqual([])
  })
})
