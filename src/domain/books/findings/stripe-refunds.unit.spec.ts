import { at, transaction } from "../../__fixtures__/books"
import {
  bare,
  bookedRefund,
  booksOf,
  stripeRefund,
} from "../../__fixtures__/order-books"
import type { RefundTransactionRecord } from "../refund-records"
import { stripeRefunds } from "./stripe-refunds"

const stripe = (...refunds: ReturnType<typeof stripeRefund>[]) =>
  new Map([["pay_1", refunds]])

const recorded = (...more: Partial<RefundTransactionRecord>[]) => [
  bookedRefund({ transactions: more.map((each) => transaction(each)) }),
]

const codes = (books: Parameters<typeof booksOf>[0]) =>
  stripeRefunds(booksOf(books)).map(({ code }) => code)

const strange = stripeRefund({ id: "re_9", refund_transaction_id: null })
const sync = [{ kind: "sync", payment_id: "pay_1" }]

describe("a refund at Stripe", () => {
  it("is in our records, and they say the same", () => {
    expect(codes({})).toEqual([])
  })

  it("is not asked for where the payment is not at Stripe", () => {
    expect(codes({ stripe: new Map() })).toEqual([])
  })

  it("that nobody recorded is read back", () => {
    const books = booksOf({ refunds: [], stripe: stripe(strange) })
    expect(bare(stripeRefunds(books))).toEqual([
      {
        severity: "error",
        code: "stripe_refund_not_recorded",
        about: "re_9",
        payment_id: "pay_1",
        mend: sync,
      },
    ])
  })

  it("that nobody recorded may be on its way for a minute", () => {
    const created = Date.parse(at(29)) / 1000
    const made = (seconds: number) => stripe({ ...strange, created: seconds })
    expect(codes({ refunds: [], stripe: made(created) })).toEqual([])
    expect(codes({ refunds: [], stripe: made(created - 1) })).toHaveLength(1)
  })

  it("that two records name is one too many", () => {
    const refunds = recorded({}, { id: "reftrx_2", medusa_refund_id: "ref_2" })
    expect(bare(stripeRefunds(booksOf({ refunds })))).toEqual([
      {
        severity: "error",
        code: "stripe_refund_recorded_twice",
        about: "re_1",
        payment_id: "pay_1",
        order_refund_id: "orref_1",
        mend: [],
      },
    ])
  })

  it("that is gone is looked up by a person", () => {
    expect(bare(stripeRefunds(booksOf({ stripe: stripe() })))).toEqual([
      {
        severity: "error",
        code: "stripe_refund_missing",
        about: "reftrx_1",
        payment_id: "pay_1",
        order_refund_id: "orref_1",
        mend: [],
      },
    ])
  })

  it("of another amount than recorded is compared by a person", () => {
    const less = stripeRefund({ minor_amount: 999n })
    expect(bare(stripeRefunds(booksOf({ stripe: stripe(less) })))).toEqual([
      {
        severity: "error",
        code: "stripe_amount_differs",
        about: "reftrx_1",
        payment_id: "pay_1",
        order_refund_id: "orref_1",
        mend: [],
      },
    ])
  })

  it.each([
    ["pending", "succeeded", "A repair reads it back.", sync],
    ["failed", "succeeded", "One cannot follow", []],
  ] as const)(
    "that is not %s any more, but %s: is it what can follow?",
    (ours, theirs, advice, mend) => {
      const found = stripeRefunds(
        booksOf({
          refunds: recorded({ status: ours }),
          stripe: stripe(stripeRefund({ status: theirs })),
        })
      )
      expect(bare(found)).toEqual([
        {
          severity: "error",
          code: "stripe_status_differs",
          about: "reftrx_1",
          payment_id: "pay_1",
          order_refund_id: "orref_1",
          mend,
        },
      ])
      expect(found[0]?.advice).toContain(advice)
    }
  )
})

describe("a refund at Stripe that may be a record in doubt", () => {
  it("has the amount of one whose refund is gone", () => {
    const found = stripeRefunds(booksOf({ stripe: stripe(strange) }))
    expect(found.map(({ code, mend }) => [code, mend])).toEqual([
      ["stripe_refund_not_recorded", []],
      ["stripe_refund_missing", []],
    ])
  })

  it("has the amount of one of two that name the same refund", () => {
    const found = stripeRefunds(
      booksOf({
        refunds: recorded({}, { id: "reftrx_2", medusa_refund_id: "ref_2" }),
        stripe: stripe(stripeRefund(), strange),
      })
    )
    expect(found.map(({ code, mend }) => [code, mend])).toEqual([
      ["stripe_refund_recorded_twice", []],
      ["stripe_refund_not_recorded", []],
    ])
  })

  it("is none where the amounts differ, or the record only has another one", () => {
    const other = { ...strange, minor_amount: 500n }
    const differs = stripeRefund({ minor_amount: 999n })
    for (const refunds of [stripe(other), stripe(differs, strange)]) {
      const found = stripeRefunds(booksOf({ stripe: refunds }))
      expect(
        found.find(({ code }) => code === "stripe_refund_not_recorded")?.mend
      ).toEqual(sync)
    }
  })
})

describe("a refund of what was never captured", () => {
  const never = stripe(
    stripeRefund({ status: "failed", failure_code: "never_captured" })
  )

  it("leaves the books again where it came from Stripe", () => {
    const refunds = [bookedRefund({ source: "stripe" })]
    const found = stripeRefunds(booksOf({ refunds, stripe: never }))
    expect(bare(found)).toEqual([
      {
        severity: "error",
        code: "refund_never_captured",
        about: "reftrx_1",
        payment_id: "pay_1",
        order_refund_id: "orref_1",
        mend: sync,
      },
    ])
    expect(found[0]?.advice).toContain("A repair")
  })

  it("is a person's to explain where somebody here asked for it", () => {
    const [found] = stripeRefunds(booksOf({ stripe: never }))
    expect(found).toMatchObject({ code: "refund_never_captured", mend: [] })
    expect(found?.advice).toContain("Find out")
  })
})

describe("a refund of which nothing tells whose it is", () => {
  const unclear = (created: number) =>
    new Map([
      [
        "pay_1",
        [
          {
            refund: stripeRefund({ created }),
            payments: [
              { payment_id: "pay_1", order_id: "order_1" },
              { payment_id: "pay_2", order_id: "order_2" },
            ],
          },
        ],
      ],
    ])
  const minuteAgo = Date.parse(at(29)) / 1000

  it("is told of each payment that it may be of, and recorded for none", () => {
    const books = booksOf({ unclear: unclear(minuteAgo - 1) })
    const found = stripeRefunds(books)
    expect(bare(found)).toEqual([
      {
        severity: "error",
        code: "stripe_refund_unclear",
        about: "re_1 pay_1",
        mend: [],
      },
    ])
    expect(found[0]?.advice).toContain(
      "pay_1 (order_1) or pay_2 (order_2): they share pi_1"
    )
  })

  it("may be explained within a minute", () => {
    expect(codes({ unclear: unclear(minuteAgo) })).toEqual([])
  })
})
