import {
  at,
  entry,
  goods,
  item,
  order,
  payment,
  refund,
  refundLine,
  transaction,
} from "../__fixtures__/books"
import { booksToWrite } from "./books-to-write"
import type { MedusaOrder } from "./medusa-order"
import { orderGoods } from "./order-goods"
import type { OrderRefundRecord } from "./refund-records"

const toWrite = (of: OrderRefundRecord, books: MedusaOrder) =>
  booksToWrite(of, books, orderGoods(books, [of]).of(of.id))

const refundRow = (id: string, amount: string) => ({
  id,
  amount,
  note: null,
  created_by: null,
  refund_reason_id: null,
  created_at: at(1),
})

describe("a refund that Stripe took", () => {
  it("lacks its row, its credit line and its order transaction", () => {
    expect(toWrite(refund(), order())).toMatchObject({
      rows: { missing: [{ id: "reftrx_1" }], gone: [] },
      credit: "10",
      rounding: "0",
      payouts: {
        missing: [{ reference: "refund", reference_id: "ref_1", amount: "10" }],
        gone: [],
      },
      complete: true,
    })
  })

  it("lacks nothing when all three are there and noted", () => {
    const books = order({
      payments: [payment({ refunds: [refundRow("ref_1", "10")] })],
      credit_lines: [entry("10", "order_refund")],
      transactions: [
        entry("20", "capture", "capt_1"),
        entry("-10", "refund", "ref_1"),
      ],
    })
    const booked = refund({ transactions: [transaction({ booked_at: at(2) })] })
    expect(toWrite(booked, books)).toEqual({
      rows: { missing: [], gone: [] },
      credit: "0",
      rounding: "0",
      payouts: { missing: [], gone: [] },
      complete: true,
    })
  })

  it("has its row written again where nobody noted that it was", () => {
    const books = order({
      payments: [payment({ refunds: [refundRow("ref_1", "10")] })],
    })
    expect(toWrite(refund(), books).rows.missing).toHaveLength(1)
  })

  it("pays what the order owes without a credit line", () => {
    const paysOwed = refund({
      lines: [refundLine({ kind: "outstanding", item_id: null })],
    })
    expect(toWrite(paysOwed, order()).credit).toBe("0")
  })

  it("has a second order transaction of it taken back", () => {
    const twice = [
      entry("20", "capture", "capt_1"),
      { ...entry("-10", "refund", "ref_1"), id: "ordtrx_1" },
      { ...entry("-10", "refund", "ref_1"), id: "ordtrx_2" },
    ]
    const { payouts } = toWrite(refund(), order({ transactions: twice }))
    expect(payouts).toEqual({ missing: [], gone: ["ordtrx_2"] })
  })

  it("has an order transaction of a wrong amount replaced", () => {
    const wrong = [{ ...entry("-9.5", "refund", "ref_1"), id: "ordtrx_1" }]
    const { payouts } = toWrite(refund(), order({ transactions: wrong }))
    expect(payouts.gone).toEqual(["ordtrx_1"])
    expect(payouts.missing).toMatchObject([{ amount: "10" }])
  })

  it("counts an unrounded order transaction as its own: 9.996 is 10.00", () => {
    const unrounded = [
      entry("20", "capture", "capt_1"),
      entry("-9.996", "refund", "ref_1"),
    ]
    const { payouts } = toWrite(refund(), order({ transactions: unrounded }))
    expect(payouts).toEqual({ missing: [], gone: [] })
  })

  it("that was paid outside of every payment has no row of a payment", () => {
    const elsewhere = refund({
      transactions: [transaction({ method: "other" })],
    })
    const { rows, payouts } = toWrite(elsewhere, order())
    expect(rows.missing).toEqual([])
    expect(payouts.missing).toMatchObject([
      { reference: "order_refund_settlement" },
    ])
  })

  it("that another refund paid is in that refund's books alone", () => {
    const by = refund({ transactions: [transaction({ method: "refund" })] })
    expect(toWrite(by, order())).toMatchObject({
      rows: { missing: [] },
      payouts: { missing: [] },
      credit: "10",
    })
  })
})

describe("a refund whose answer is not known", () => {
  it("has nothing written yet, and is not complete", () => {
    const unknown = refund({
      transactions: [transaction({ status: "unknown", accepted_at: null })],
    })
    expect(toWrite(unknown, order())).toMatchObject({
      rows: { missing: [], gone: [] },
      credit: "0",
      rounding: "0",
      payouts: { missing: [], gone: [] },
      complete: false,
    })
  })

  it("has its goods' money granted: the order owes it, whatever Stripe says", () => {
    const books = order({
      items: [item({ quantity: 1 })],
      goods: [goods("removed", 1, { order_refund_id: "orref_1", value: "10" })],
    })
    const unknown = refund({
      lines: [refundLine({ restock: "cancel" })],
      transactions: [transaction({ status: "unknown", accepted_at: null })],
    })
    expect(toWrite(unknown, books).credit).toBe("0")
    expect(books.pending_difference).toBe("-10")
  })
})

describe("a refund that failed later", () => {
  const booked = order({
    payments: [payment({ refunds: [refundRow("ref_1", "10")] })],
    credit_lines: [entry("10", "order_refund")],
    transactions: [
      entry("20", "capture", "capt_1"),
      { ...entry("-10", "refund", "ref_1"), id: "ordtrx_1" },
    ],
  })
  const failed = refund({
    transactions: [transaction({ status: "failed", booked_at: at(2) })],
  })

  it("takes its row and order transaction back; the grant stays owed", () => {
    expect(toWrite(failed, booked)).toMatchObject({
      rows: { missing: [], gone: [{ id: "reftrx_1" }] },
      credit: "0",
      payouts: { missing: [], gone: ["ordtrx_1"] },
    })
  })

  it("takes its credit line back when it is withdrawn", () => {
    const withdrawn = { ...failed, revoked_at: at(3) }
    expect(toWrite(withdrawn, booked).credit).toBe("-10")
  })
})

describe("a refund that was declined at once", () => {
  const declined = refund({
    transactions: [transaction({ status: "failed", accepted_at: null })],
  })

  it("granted nothing", () => {
    expect(toWrite(declined, order()).credit).toBe("0")
  })

  it("granted what its goods cost, where they had moved", () => {
    const books = order({
      items: [item({ quantity: 1 })],
      goods: [goods("removed", 1, { order_refund_id: "orref_1", value: "9" })],
    })
    const cancelled = {
      ...declined,
      lines: [refundLine({ restock: "cancel" })],
    }
    // 10.00 were granted, 9.00 went with the goods: the line says the rest.
    expect(toWrite(cancelled, books).credit).toBe("1")
  })
})

describe("less than anybody can pay", () => {
  // Three at 3.333: 9.999 of which 10.00 were taken. One is given back: 3.33.
  const thirds = (more: Partial<MedusaOrder> = {}) =>
    order({
      items: [item({ quantity: 3, unit_price: "3.333" })],
      payments: [payment({ captured: "9.999" })],
      transactions: [entry("9.999", "capture", "capt_1")],
      ...more,
    })
  const one = refund({ lines: [refundLine({ amount: "3.33" })] })

  it("is not written while nothing is open but what can be paid", () => {
    expect(toWrite(one, thirds())).toMatchObject({
      credit: "3.33",
      rounding: "0",
    })
  })

  it("is settled by a rounding line where the goods took 3.333 off for 3.33", () => {
    const books = thirds({
      items: [item({ quantity: 2, unit_price: "3.333" })],
      goods: [
        goods("removed", 1, { order_refund_id: "orref_1", value: "3.333" }),
      ],
    })
    const cancelled = {
      ...one,
      lines: [refundLine({ amount: "3.33", restock: "cancel" })],
    }
    expect(toWrite(cancelled, books)).toMatchObject({
      credit: "0",
      rounding: "-0.003",
    })
  })

  it("is nobody's on a cancelled order: nobody is charged for it any more", () => {
    const books = thirds({ canceled: true, pending_difference: "0.004" })
    expect(toWrite(one, books).rounding).toBe("0")
  })

  it("smaller than Medusa's own noise is left alone", () => {
    const books = thirds({
      credit_lines: [entry("3.33", "order_refund")],
      pending_difference: "-3.33005",
    })
    expect(toWrite(one, books).rounding).toBe("0")
  })
})
