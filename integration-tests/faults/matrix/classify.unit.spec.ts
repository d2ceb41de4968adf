import { classify, type Observation } from "./classify"

const untouched = {
  refund_rows: "0",
  refunded_amount: "0",
  order_transactions: "0",
  credit_lines: "0",
  pending_difference: "0",
  payment_status: "captured",
}
const refunded = {
  refund_rows: "20",
  refunded_amount: "20",
  order_transactions: "-20",
  credit_lines: "20",
  pending_difference: "0",
  payment_status: "partially_refunded",
}
const one = { amount: 2000, status: "succeeded" }

const seen = (change: Partial<Observation> = {}): Observation => ({
  goal: "refund",
  captured: 4000,
  amount: 2000,
  stripe: [one],
  says: "paid",
  books: refunded,
  records: [],
  ...change,
})

const right = { lost: false, doubled: false, wrong: [] }

describe("the verdict of a cell", () => {
  it("is right for one refund that the books know", () => {
    expect(classify(seen())).toEqual(right)
  })

  it("is right for a refusal that left nothing behind", () => {
    expect(
      classify(seen({ stripe: [], says: "refused", books: untouched }))
    ).toEqual(right)
  })

  it("is right for a void that left no trace, and wrong where it is a refund", () => {
    const voided = seen({
      goal: "nothing",
      captured: 0,
      says: "open",
      books: { ...untouched, payment_status: "canceled" },
    })
    expect(classify(voided)).toEqual(right)
    expect(classify({ ...voided, says: "paid", books: refunded })).toEqual({
      ...right,
      wrong: [
        "refund_rows 20 is not 0",
        "refunded_amount 20 is not 0",
        "order_transactions -20 is not 0",
        "credit_lines 20 is not 0",
        "payment_status partially_refunded is not canceled",
        "the store has a refund that is paid",
      ],
    })
  })

  it.each(["paid", "open"] as const)(
    "is lost for no refund that the store calls %s",
    (says) => {
      expect(
        classify(seen({ stripe: [], says, books: untouched }))
      ).toMatchObject({ lost: true })
    }
  )

  it("is doubled for two refunds, also when the books know both", () => {
    const books = {
      refund_rows: "40",
      refunded_amount: "40",
      order_transactions: "-40",
      credit_lines: "40",
      pending_difference: "0",
      payment_status: "refunded",
    }
    expect(classify(seen({ stripe: [one, one], books }))).toEqual({
      ...right,
      doubled: true,
    })
  })

  it.each(Object.keys(refunded) as (keyof typeof refunded)[])(
    "is wrong when %s is not what Stripe says",
    (field) => {
      const books = { ...refunded, [field]: "7" }
      const { wrong } = classify(seen({ books }))
      expect(wrong).toEqual([expect.stringContaining(field)])
    }
  )

  it("is wrong when the store calls refused what went", () => {
    expect(classify(seen({ says: "refused" })).wrong).toHaveLength(1)
  })

  it("is wrong when a cancellation is told that Stripe does not know", () => {
    const cancelled = { goal: "cancel", says: "refused" } as const
    expect(classify(seen(cancelled)).wrong).toHaveLength(1)
    expect(classify(seen({ ...cancelled, says: "waiting" })).wrong).toEqual([])
  })

  it("carries what is wrong with the records", () => {
    expect(classify(seen({ records: ["no trail"] })).wrong).toEqual([
      "no trail",
    ])
  })
})
