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
import { orderGoods } from "./order-goods"
import { refundsToSettle, settledBooks } from "./settled-books"

describe("an order after its goods moved", () => {
  // Two at 46.464: 92.93 were taken. One was refunded with 46.47, and is then
  // taken off by Medusa's own edit, which lets the order owe it once more.
  const books = order({
    items: [item({ unit_price: "46.464", quantity: 1 })],
    payments: [payment({ captured: "92.928" })],
    transactions: [
      entry("92.928", "capture", "capt_1"),
      entry("-46.47", "refund", "ref_1"),
    ],
    credit_lines: [entry("46.47", "order_refund")],
    goods: [goods("removed", 1, { at: at(5) })],
  })
  const before = refund({
    booked_at: at(2),
    lines: [refundLine({ amount: "46.47" })],
    transactions: [transaction({ amount: "46.47", booked_at: at(2) })],
  })
  const moved = orderGoods(books, [before])

  it("owes a refunded unit not twice: the credit line goes", () => {
    expect(books.pending_difference).toBe("-46.464")
    expect(refundsToSettle(books, [before], moved)).toEqual([before])
    expect(settledBooks(books, [before], moved).pending_difference).toBe("0")
  })

  it("is the same books when nothing is to be settled", () => {
    const untouched = order()
    expect(settledBooks(untouched, [], orderGoods(untouched, []))).toBe(
      untouched
    )
  })

  it("settled once needs no second time", () => {
    const settled = settledBooks(books, [before], moved)
    expect(refundsToSettle(settled, [before], moved)).toEqual([])
    expect(settledBooks(settled, [before], moved)).toBe(settled)
  })
})
