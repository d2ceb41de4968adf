import {
  entry,
  order,
  payment,
  refund,
  transaction,
} from "../__fixtures__/books"
import { amountDue, dueAmount } from "./amount-due"
import { creditOf, entriesOf } from "./entries"
import { isLeftToMedusa, isMedusasOwn, isMedusasTurn } from "./medusas-own"
import { payoutsOf } from "./payouts"
import { storedTotal, transactionTotals, wrongTotals } from "./totals"
import { goodsLessPaid, unpaidGoods } from "./unpaid-goods"
import { payableOrNothing, unpayable, unpayableRest } from "./unpayable-rest"

describe("the sums of an order's entries", () => {
  const books = order({
    transactions: [
      entry("20.5", "capture", "capt_1"),
      entry("0.25", "capture", "capt_2"),
      entry("-3.2", "refund", "ref_1"),
    ],
    credit_lines: [
      entry("3", "order_refund"),
      entry("-1", "order_refund"),
      entry("0.2", "order_refund", "orref_2"),
    ],
  })

  it("say what was paid, what went back and what stays", () => {
    expect(transactionTotals(books)).toEqual({
      paid_total: "20.75",
      refunded_total: "3.2",
      transaction_total: "17.55",
    })
  })

  it("are asked for by what the entries are about", () => {
    const about = { reference: "order_refund", reference_id: "orref_1" }
    expect(creditOf(books, about)).toBe("2")
    expect(entriesOf(books.credit_lines, about)).toHaveLength(2)
    expect(creditOf(books, { ...about, reference_id: "orref_3" })).toBe("0")
  })
})

describe("a stored summary", () => {
  const right = {
    raw_current_order_total: { value: "30", precision: 20 },
    raw_paid_total: { value: "20" },
    raw_refunded_total: { value: "0" },
    transaction_total: 20,
    raw_pending_difference: { value: "10.00005" },
  }

  it("that follows from the transactions is right, but for noise", () => {
    expect(wrongTotals(order(), right)).toEqual([])
  })

  it("that lost a writer's figure says which, and what it should be", () => {
    const lost = { ...right, raw_paid_total: { value: "0" } }
    expect(wrongTotals(order(), lost)).toEqual([
      { name: "paid_total", stored: "0", right: "20" },
    ])
  })

  it("is read exactly, from the raw figure before the float", () => {
    expect(
      storedTotal({ raw_x: { value: "0.1000000000000001" }, x: 0.1 }, "x")
    ).toBe("0.1000000000000001")
    expect(storedTotal({ x: 5.5 }, "x")).toBe("5.5")
    expect(storedTotal({}, "x")).toBe("0")
    expect(storedTotal({ raw_x: null, x: null }, "x")).toBe("0")
  })
})

describe("less than anybody can pay", () => {
  const euros = { currency_code: "eur" }
  const yen = { currency_code: "jpy" }

  it.each([
    ["0.009", euros, "0"],
    ["-0.009", euros, "0"],
    ["0.01", euros, "0.01"],
    ["-12.345", euros, "-12.345"],
    ["0.99", yen, "0"],
    ["1", yen, "1"],
    ["0.009", { currency_code: "kwd" }, "0"],
  ])("%s of %j can be paid as %s", (amount, currency, payable) => {
    expect(payableOrNothing(amount, currency)).toBe(payable)
  })

  it.each([
    ["0.009", "0.009"],
    ["-0.009", "-0.009"],
    ["0.01", "0"],
    ["0.0001", "0"],
    ["0.00011", "0.00011"],
  ])("%s leaves %s for a rounding line", (amount, rest) => {
    expect(unpayable(amount, euros)).toBe(rest)
    expect(unpayableRest({ ...euros, pending_difference: amount })).toBe(rest)
  })
})

describe("what is due", () => {
  it.each([
    ["29.965", "eur", "29.97"],
    ["-5", "eur", "0.00"],
    ["1.062", "kwd", "1.070"],
    ["1062.5", "jpy", "1063"],
  ])("of %s %s is asked as %s", (due, currency_code, asked) => {
    expect(dueAmount(due, currency_code)).toBe(asked)
    expect(amountDue({ snapshot: { due, currency_code } })).toBe(asked)
  })

  it("of goods is what nobody has paid, whatever was given back", () => {
    const edited = order({
      items: [],
      pending_difference: "0",
      credit_lines: [entry("10", "order_refund")],
      transactions: [
        entry("20", "capture", "capt_1"),
        entry("-5", "refund", "ref_1"),
      ],
    })
    // Open 0, paid and kept 15, credit 10: the goods cost 25, and 20 were paid.
    expect(unpaidGoods(edited)).toBe("5")
    expect(goodsLessPaid({ ...edited, credit_lines: [] })).toBe("-5")
    expect(unpaidGoods({ ...edited, credit_lines: [] })).toBe("0")
  })
})

describe("a refund that Medusa made by itself", () => {
  it("has no plan of ours", () => {
    expect(isMedusasOwn({ source: "medusa", plan_hash: null })).toBe(true)
    expect(isMedusasOwn({ source: "medusa", plan_hash: "h" })).toBe(false)
    expect(isMedusasOwn({ source: "stripe", plan_hash: null })).toBe(false)
  })

  it("is Medusa's to write for a minute", () => {
    const made = "2026-11-26T12:00:00.000Z"
    const after = (ms: number) => new Date(Date.parse(made) + ms)
    expect(isMedusasTurn(made, after(59_999))).toBe(true)
    expect(isMedusasTurn(made, after(60_000))).toBe(false)
  })

  it("is left to Medusa for that minute, unless we have booked a part of it", () => {
    const made = "2026-11-26T12:00:00.000Z"
    const soon = new Date(Date.parse(made) + 1000)
    const unbooked = transaction({ booked_at: null })
    const own = refund({
      source: "medusa",
      plan_hash: null,
      created_at: made,
      transactions: [unbooked],
    })
    expect(isLeftToMedusa(own, soon)).toBe(true)
    expect(isLeftToMedusa({ ...own, plan_hash: "h" }, soon)).toBe(false)
    expect(isLeftToMedusa(own, new Date("2026-11-26T12:01:00.000Z"))).toBe(
      false
    )
    const transactions = [{ ...unbooked, booked_at: made }]
    expect(isLeftToMedusa({ ...own, transactions }, soon)).toBe(false)
  })

  it("by a cancellation is told by its payment's id, and the amount", () => {
    const books = order({
      payments: [payment()],
      transactions: [
        entry("-10.004", "refund", "pay_1"),
        entry("-3", "refund", "pay_1"),
      ],
    })
    const movement = {
      payment_id: "pay_1",
      medusa_refund_id: "ref_1",
      amount: "10.00",
      method: "gateway" as const,
    }
    expect(payoutsOf(movement, true, books)).toEqual([books.transactions[0]])
    expect(payoutsOf(movement, false, books)).toEqual([])
  })
})
