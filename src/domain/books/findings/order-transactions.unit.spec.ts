import { at, entry, payment, transaction } from "../../__fixtures__/books"
import {
  bare,
  bookedRefund,
  booksOf,
  paidBack,
  row,
} from "../../__fixtures__/order-books"
import type { MedusaOrderEntry } from "../medusa-order"
import { missingCaptures, orderTransactions } from "./order-transactions"

const capture = entry("20", "capture", "capt_1")
const paidOut = { ...entry("-10", "refund", "ref_1"), id: "ordtrx_1" }
const withEntries = (...transactions: MedusaOrderEntry[]) =>
  paidBack({ transactions })

const told = (books: Parameters<typeof booksOf>[0]) =>
  bare(orderTransactions(booksOf(books)))
const finish = {
  severity: "error",
  order_refund_id: "orref_1",
  mend: [{ kind: "finish", order_refund_id: "orref_1" }],
}

describe("the order transaction of a refund", () => {
  it("is there, with its amount", () => {
    expect(told({})).toEqual([])
  })

  it("is written where it is missing", () => {
    expect(told({ order: withEntries(capture) })).toEqual([
      { ...finish, code: "refund_transaction_missing", about: "ref_1" },
    ])
  })

  it("is not missed before the refund is booked", () => {
    const refunds = [bookedRefund({ booked_at: null })]
    expect(told({ order: withEntries(capture), refunds })).toEqual([])
  })

  it("of a wrong amount is corrected, and not missed as well", () => {
    const order = withEntries(capture, { ...paidOut, amount: "-9.5" })
    const found = orderTransactions(booksOf({ order }))
    expect(bare(found)).toEqual([
      { ...finish, code: "refund_transaction_wrong", about: "ordtrx_1" },
    ])
    expect(found[0]?.message).toContain("not what refund #1 (orref_1) gave")
  })

  it("is missed beside a wrong one of another refund", () => {
    const refunds = [
      bookedRefund({
        transactions: [
          transaction(),
          transaction({ id: "reftrx_2", medusa_refund_id: "ref_2" }),
        ],
      }),
    ]
    const order = withEntries(capture, { ...paidOut, amount: "-9.5" })
    expect(told({ order, refunds })).toEqual([
      { ...finish, code: "refund_transaction_missing", about: "ref_2" },
      { ...finish, code: "refund_transaction_wrong", about: "ordtrx_1" },
    ])
  })

  it("of money that came back is taken back", () => {
    const refunds = [
      bookedRefund({
        transactions: [
          transaction({ status: "failed" }),
          transaction({ id: "reftrx_2", medusa_refund_id: "ref_2" }),
        ],
      }),
    ]
    const order = withEntries(capture, paidOut, entry("-10", "refund", "ref_2"))
    const found = orderTransactions(booksOf({ order, refunds }))
    expect(bare(found)).toEqual([
      { ...finish, code: "refund_transaction_wrong", about: "ordtrx_1" },
    ])
    expect(found[0]?.message).toContain("of money that came back")
  })
})

describe("an order transaction about a refund", () => {
  const about = (reference: string, reference_id: string) =>
    told({
      order: paidBack({
        payments: [payment({ refunds: [row({ id: "ref_7", amount: "0" })] })],
        transactions: [
          capture,
          paidOut,
          { ...entry("-5", reference, reference_id), id: "ordtrx_9" },
        ],
      }),
    }).map(({ code }) => code)

  it("names a row of a payment, a movement of ours, or a payment", () => {
    expect(about("refund", "ref_7")).toEqual([])
    // Cancelling an order makes Medusa write the payment's id.
    expect(about("refund", "pay_1")).toEqual([])
  })

  it.each(["refund", "order_refund_settlement"])(
    "(%s) that names nothing known is looked up by a person",
    (reference) => {
      const order = withEntries(capture, paidOut, {
        ...entry("-5", reference, "ref_9"),
        id: "ordtrx_9",
      })
      expect(told({ order })).toEqual([
        {
          code: "refund_transaction_unknown",
          severity: "warning",
          about: "ordtrx_9",
          mend: [],
        },
      ])
    }
  )

  it("is no other plugin's entry", () => {
    expect(about("gift_card", "ref_9")).toEqual([])
  })
})

describe("the order transaction of a capture", () => {
  const stored = (...captures: [string, string, number][]) => ({
    ...booksOf().stored,
    captures: captures.map(([id, amount, minute]) => ({
      id,
      payment_id: "pay_1",
      amount,
      created_at: at(minute),
    })),
  })
  const differs = {
    code: "capture_transactions_differ",
    severity: "error",
    about: "order_1",
  }

  it("is written where exactly it is missing", () => {
    const books = booksOf({
      stored: stored(["capt_1", "20", 0], ["capt_2", "5", 3]),
    })
    const found = orderTransactions(books)
    expect(bare(found)).toEqual([{ ...differs, mend: [{ kind: "correct" }] }])
    expect(found[0]?.advice).toContain("missing: capt_2.")
    expect(missingCaptures(books)).toEqual([books.stored.captures[1]])
  })

  it("of a wrong amount is looked up by a person", () => {
    const found = orderTransactions(
      booksOf({ stored: stored(["capt_1", "19", 0]) })
    )
    expect(bare(found)).toEqual([{ ...differs, mend: [] }])
    expect(found[0]?.advice).toContain("Find out")
  })

  it("may be on its way for ten minutes", () => {
    const books = (minute: number) =>
      booksOf({ stored: stored(["capt_1", "20", 0], ["capt_2", "5", minute]) })
    expect(orderTransactions(books(21))).toEqual([])
    expect(missingCaptures(books(21))).toEqual([])
    expect(orderTransactions(books(20))).toHaveLength(1)
  })

  it("does not count before its capture does", () => {
    const order = withEntries(capture, paidOut, entry("5", "capture", "capt_2"))
    const captures = stored(["capt_1", "20", 0], ["capt_2", "5", 29])
    expect(told({ order, stored: captures })).toEqual([])
  })

  it("is not an entry about something else with the capture's id", () => {
    const order = withEntries(paidOut, entry("20", "gift_card", "capt_1"))
    const books = booksOf({ order })
    expect(bare(orderTransactions(books))).toEqual([
      { ...differs, mend: [{ kind: "correct" }] },
    ])
    expect(missingCaptures(books)).toHaveLength(1)
  })
})
