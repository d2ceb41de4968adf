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

  it("shipping that was refunded is history of its method", () => {
    const shipping = refund({
      lines: [
        refundLine({
          kind: "shipping",
          item_id: null,
          shipping_method_id: "ship_1",
          tax_lines: [{ code: "vat", rate: "19", amount: "1.60" }],
        }),
      ],
    })
    const method = {
      id: "ship_1",
      title: "Post",
      amount: "10",
      is_tax_inclusive: true,
      adjustments: [],
      tax_lines: [],
    }
    expect(
      history(order({ shipping_methods: [method] }), [shipping]).refunded_lines
    ).toMatchObject([
      {
        kind: "shipping",
        line_id: "ship_1",
        amount: "10.00",
        tax_lines: [{ code: "vat", amount: "1.60" }],
      },
    ])
    expect(history(order(), [shipping]).removed_amount).toBe("10")
  })

  it("a refunded unit that came back is history of its line", () => {
    const books = order({
      items: [item({ fulfilled_quantity: 2, returned_quantity: 1 })],
      goods: [goods("returned", 1, { at: at(5) })],
    })
    expect(history(books, [refund()])).toMatchObject({
      refunded_lines: [{ quantity: 1, amount: "10.00" }],
      removed_amount: "0",
    })
  })

  it("units of one line that an edit took off leave the other line alone", () => {
    const books = order({
      items: [item({ quantity: 1 }), item({ id: "item_2" })],
      goods: [goods("removed", 1, { at: at(5) })],
    })
    const both = refund({
      lines: [
        refundLine(),
        refundLine({ id: "orrefli_2", item_id: "item_2", amount: "4.00" }),
      ],
    })
    expect(history(books, [both])).toMatchObject({
      refunded_lines: [{ line_id: "item_2", amount: "4.00" }],
      removed_amount: "10",
      removed_value: "10",
    })
  })

  it("units of two lines that left at once may differ by a cent each", () => {
    const took = (value: string) => {
      const books = order({
        items: [],
        goods: [
          {
            ...goods("removed", 1, { order_refund_id: "orref_1", value }),
            items: [
              { item_id: "item_1", quantity: 1 },
              { item_id: "item_2", quantity: 1 },
            ],
          },
        ],
      })
      const restock = "cancel" as const
      const own = refund({
        lines: [
          refundLine({ restock }),
          refundLine({ id: "orrefli_2", item_id: "item_2", restock }),
        ],
      })
      return history(books, [own])
    }
    expect(took("20.019")).toMatchObject({
      removed_amount: "20",
      removed_value: "20.019",
    })
    expect(took("20.02").removed_amount).toBe("20.02")
    expect(took("19.981").removed_amount).toBe("20")
    expect(took("19.98").removed_amount).toBe("19.98")
  })

  it("goods that others took off are not what a refund took off", () => {
    const books = order({
      items: [item({ quantity: 1 })],
      goods: [
        goods("removed", 1, { order_refund_id: "orref_1", value: "10" }),
        goods("removed", 1, { order_refund_id: "orref_2", value: "7" }),
        goods("returned", 1, { order_refund_id: "orref_1", value: "5" }),
      ],
    })
    const cancelled = refund({ lines: [refundLine({ restock: "cancel" })] })
    expect(history(books, [cancelled]).removed_value).toBe("10")
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
