import { entry, payment, transaction } from "../../__fixtures__/books"
import {
  bookedRefund,
  booksOf,
  paidBack,
  stripeRefund,
} from "../../__fixtures__/order-books"
import { findIn, findOfPayment } from "./find-in"
import { minorMoney, money, named } from "./words"

const codes = (...[books]: Parameters<typeof booksOf>) =>
  findIn(booksOf(books)).map(({ code }) => code)

describe("the books of an order", () => {
  it("are right when Stripe, Medusa and our records say the same", () => {
    expect(findIn(booksOf())).toEqual([])
  })

  it("are told from the outside in: Stripe, our records, Medusa's", () => {
    const books = booksOf({
      order: paidBack({ credit_lines: [], transactions: [] }),
      refunds: [bookedRefund({ status: "pending" })],
      stripe: new Map([["pay_1", []]]),
      taken: new Map([["pay_1", { minor_amount: 1n, currency_code: "eur" }]]),
      stored: { ...booksOf().stored, collections: [] },
    })
    expect(findIn(books).map(({ code }) => code)).toEqual([
      "stripe_capture_differs",
      "stripe_refund_missing",
      "refund_status_differs",
      "refund_transaction_missing",
      "capture_transactions_differ",
      "credit_lines_differ",
      "order_summary_differs",
    ])
  })

  it("are not written from a record that is in doubt itself", () => {
    const order = paidBack({ credit_lines: [] })
    const repair = findIn(booksOf({ order }))
    expect(repair.map(({ mend }) => mend.length)).toEqual([1])
    const doubted = findIn(booksOf({ order, stripe: new Map([["pay_1", []]]) }))
    expect(doubted.map(({ code, mend }) => [code, mend])).toEqual([
      ["stripe_refund_missing", []],
      ["credit_lines_differ", []],
    ])
    expect(doubted[0]?.advice).toContain("Stripe Dashboard")
    expect(doubted[1]?.advice).toContain("First clear up")
  })

  it("are written for the other refunds, whatever is in doubt of one", () => {
    const strange = stripeRefund({
      id: "re_9",
      minor_amount: 300n,
      refund_transaction_id: null,
    })
    const found = findIn(booksOf({ stripe: new Map([["pay_1", [strange]]]) }))
    expect(found.map(({ code, mend }) => [code, mend.length])).toEqual([
      ["stripe_refund_not_recorded", 1],
      ["stripe_refund_missing", 0],
    ])
  })

  it("are written where somebody only should look", () => {
    const order = paidBack({
      credit_lines: [
        entry("9", "order_refund"),
        entry("1", "order_refund", "x"),
      ],
    })
    expect(findIn(booksOf({ order })).map(({ mend }) => mend.length)).toEqual([
      1, 0,
    ])
    expect(codes({ order })).toEqual([
      "credit_lines_differ",
      "credit_line_unknown",
    ])
  })
})

describe("what is found of one payment", () => {
  const order = paidBack({
    credit_lines: [],
    payments: [payment(), payment({ id: "pay_2", captured: "0" })],
  })
  const books = booksOf({ order })
  const of = (id: string) => findOfPayment(books, id).map(({ code }) => code)

  it("is about its refunds, and order refunds that drew from it", () => {
    expect(findIn(books).map(({ code }) => code)).toEqual([
      "refund_row_missing",
      "credit_lines_differ",
    ])
    expect(of("pay_1")).toEqual(["refund_row_missing", "credit_lines_differ"])
  })

  it("is nothing of another payment's, and nothing of the whole order", () => {
    expect(of("pay_2")).toEqual([])
    const wrong = booksOf({
      stored: { ...books.stored, collections: [] },
      order: paidBack({ transactions: [entry("20", "capture", "capt_2")] }),
    })
    expect(findOfPayment(wrong, "pay_1").map(({ code }) => code)).toEqual([
      "refund_transaction_missing",
    ])
  })

  it("is not what another payment's refund drew from both", () => {
    const refunds = [
      bookedRefund({
        transactions: [
          transaction({ amount: "4" }),
          transaction({
            id: "reftrx_2",
            medusa_refund_id: "ref_2",
            payment_id: "pay_2",
            amount: "6",
          }),
        ],
      }),
    ]
    const both = booksOf({ order, refunds, stripe: new Map() })
    const about = (id: string) =>
      findOfPayment(both, id)
        .filter(({ code }) => code === "refund_row_missing")
        .map(({ about: movement }) => movement)
    expect(about("pay_1")).toEqual(["reftrx_1"])
    expect(about("pay_2")).toEqual(["reftrx_2"])
  })
})

describe("the words of a finding", () => {
  it("name the currency, the amount and the refund", () => {
    expect(money("3.33333333333333333333", "eur")).toBe("EUR 3.333333")
    expect(minorMoney(1062n, "jpy")).toBe("JPY 1062")
    expect(named({ display_id: 7, id: "orref_1" })).toBe("refund #7 (orref_1)")
  })
})
