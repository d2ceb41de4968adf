import {
  at,
  entry,
  goods,
  item,
  order,
  refund,
  refundLine,
  transaction,
} from "../__fixtures__/books"
import type { MedusaOrder } from "./medusa-order"
import { openAmounts } from "./open-amounts"
import { orderGoods } from "./order-goods"
import type { OrderRefundRecord } from "./refund-records"

const open = (books: MedusaOrder, refunds: OrderRefundRecord[] = []) =>
  openAmounts(books, refunds, orderGoods(books, refunds))

describe("what an order owes and what is due", () => {
  it("is nothing when it is paid", () => {
    expect(open(order())).toEqual({ owed: "0", due: "0" })
  })

  it("is owed after an edit took a unit off", () => {
    const books = order({ items: [item({ quantity: 1 })] })
    expect(open(books)).toEqual({ owed: "10", due: "0" })
  })

  it("is due after an edit added a unit", () => {
    const books = order({ items: [item({ quantity: 3 })] })
    expect(open(books)).toEqual({ owed: "0", due: "10" })
  })

  it.each(["-0.004", "0.004", "-0.0099", "0.00000000000003"])(
    "is nothing where it is %s: nobody can pay so little",
    (pending_difference) => {
      expect(open(order({ pending_difference }))).toEqual({
        owed: "0",
        due: "0",
      })
    }
  )

  it("is a cent where the noise of Medusa's floats hides it", () => {
    expect(open(order({ pending_difference: "-0.00999999999999" })).owed).toBe(
      "0.01"
    )
  })

  it("is owed to nobody while a refund of it is in flight", () => {
    const books = order({ items: [item({ quantity: 1 })] })
    const paying = refund({
      lines: [refundLine({ kind: "outstanding", item_id: null })],
      transactions: [transaction({ status: "unknown", accepted_at: null })],
    })
    expect(open(books, [paying])).toEqual({ owed: "0", due: "0" })
  })

  it("is not owed again for a refund that failed: its own retry pays it", () => {
    const failed = refund({
      booked_at: at(3),
      transactions: [transaction({ status: "failed" })],
    })
    const books = order({ credit_lines: [entry("10", "order_refund")] })
    expect(books.pending_difference).toBe("-10")
    expect(open(books, [failed])).toEqual({ owed: "0", due: "0" })
  })

  it("is due for what an edit added, though a failed refund hides it", () => {
    const failed = refund({
      booked_at: at(3),
      transactions: [transaction({ status: "failed" })],
    })
    const books = order({
      items: [item({ quantity: 3 })],
      credit_lines: [entry("10", "order_refund")],
    })
    // 30 of goods, 10 granted, 20 paid: nothing seems open.
    expect(books.pending_difference).toBe("0")
    expect(open(books, [failed])).toEqual({ owed: "0", due: "10" })
  })

  it("is owed where a return came back and nobody has paid for it", () => {
    const books = order({
      items: [item({ fulfilled_quantity: 2, returned_quantity: 1 })],
      goods: [goods("returned", 1)],
    })
    expect(open(books).owed).toBe("10")
  })
})
