import {
  at,
  entry,
  goods,
  item,
  order,
  refund,
  refundLine,
} from "../__fixtures__/books"
import type { MedusaOrder } from "./medusa-order"
import { orderGoods } from "./order-goods"
import { refundHistory } from "./refund-history"
import type { OrderRefundRecord } from "./refund-records"

const history = (books: MedusaOrder, refunds: OrderRefundRecord[]) =>
  refundHistory(books, refunds, orderGoods(books, refunds))

describe("what earlier refunds mean for the next plan", () => {
  it("a unit refunded and kept by the customer is history of its line", () => {
    expect(history(order(), [refund()])).toEqual({
      refunded_lines: [
        {
          kind: "item",
          line_id: "item_1",
          quantity: 1,
          amount: "10.00",
          tax_lines: [],
        },
      ],
      removed_amount: "0",
      removed_value: "0",
    })
  })

  it("a unit that left by its refund is gone from the line, with its money", () => {
    const books = order({
      items: [item({ quantity: 1 })],
      goods: [
        goods("removed", 1, { order_refund_id: "orref_1", value: "10.004" }),
      ],
    })
    const cancelled = refund({ lines: [refundLine({ restock: "cancel" })] })
    expect(history(books, [cancelled])).toEqual({
      refunded_lines: [],
      removed_amount: "10",
      removed_value: "10.004",
    })
  })

  it("a unit that left for less on purpose took what it cost: the rest is not paid out later", () => {
    const books = order({
      items: [item({ quantity: 1 })],
      goods: [goods("removed", 1, { order_refund_id: "orref_1", value: "10" })],
    })
    const cheap = refund({
      lines: [refundLine({ amount: "6.00", restock: "cancel" })],
    })
    expect(history(books, [cheap]).removed_amount).toBe("10")
  })

  it("a refunded unit that an edit took off later leaves the history", () => {
    const books = order({
      items: [item({ quantity: 1 })],
      goods: [goods("removed", 1, { at: at(5) })],
    })
    expect(history(books, [refund()])).toMatchObject({
      refunded_lines: [],
      removed_amount: "10",
    })
  })

  it("a line that is not on the order any more took its money along", () => {
    const books = order({ items: [] })
    expect(history(books, [refund()])).toMatchObject({
      refunded_lines: [],
      removed_amount: "10",
    })
  })

  it("goodwill and what was owed belong to no line", () => {
    const others = refund({
      lines: [
        refundLine({ kind: "adjustment", item_id: null }),
        refundLine({ kind: "outstanding", item_id: null }),
      ],
    })
    expect(history(order(), [others])).toMatchObject({
      refunded_lines: [],
      removed_amount: "0",
    })
  })

  it("what released lines cost more than was released is in no capture", () => {
    const books = order({
      credit_lines: [entry("0.004", "order_release_rounding", "orrel_1")],
    })
    expect(history(books, []).removed_value).toBe("-0.004")
  })
})
