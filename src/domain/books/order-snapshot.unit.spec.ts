import {
  at,
  goods,
  item,
  order,
  payment,
  refund,
  transaction,
} from "../__fixtures__/books"
import type { MedusaOrder } from "./medusa-order"
import { orderGoods } from "./order-goods"
import { orderSnapshot } from "./order-snapshot"
import type { OrderRefundRecord, PaymentDisputeRecord } from "./refund-records"

const dispute: PaymentDisputeRecord = {
  id: "du_1",
  order_id: "order_1",
  payment_id: "pay_2",
  status: "needs_response",
  reason: "fraudulent",
  currency_code: "eur",
  amount: "5.00",
  is_charge_refundable: false,
  opened_at: at(1),
}

const seen = (
  books: MedusaOrder,
  refunds: OrderRefundRecord[] = [],
  disputes: PaymentDisputeRecord[] = []
) =>
  orderSnapshot(
    books,
    refunds,
    disputes,
    orderGoods(books, refunds),
    ({ id }) => ({
      gateway: id === "pay_3" ? "missing" : "stripe",
      method_type: "card",
    }),
    new Date(at(30))
  )

describe("an order as the planner sees it", () => {
  it("is Medusa's order, with what is open", () => {
    const shipping = {
      id: "ship_1",
      title: "Post",
      amount: "5",
      is_tax_inclusive: true,
      adjustments: [],
      tax_lines: [],
    }
    const books = order({ canceled: true, shipping_methods: [shipping] })
    expect(seen(books)).toMatchObject({
      order_id: "order_1",
      currency_code: "eur",
      canceled: true,
      has_active_change: false,
      owed: "0",
      due: "5",
      items: [item()],
      shipping_methods: [shipping],
      refunded_lines: [],
      removed_amount: "0",
    })
  })

  it("says that a change of it is open", () => {
    const active_change = {
      id: "ordch_7",
      change_type: "edit",
      references: [],
      order_refund_id: null,
      created_at: at(3),
    }
    expect(seen(order({ active_change })).has_active_change).toBe(true)
  })

  it("counts units that came back for nothing as with the store, not as owed", () => {
    // One of two was refunded, and came back later.
    const books = order({
      items: [item({ fulfilled_quantity: 2, returned_quantity: 1 })],
      goods: [goods("returned", 1, { at: at(5) })],
    })
    expect(seen(books, [refund()]).items).toMatchObject([
      { returned_quantity: 0, came_back_quantity: 1 },
    ])
    expect(seen(books).items).toMatchObject([
      { returned_quantity: 1, came_back_quantity: 1 },
    ])
  })

  it("tells each payment's own dispute and gateway", () => {
    const books = order({
      payments: [payment(), payment({ id: "pay_2" }), payment({ id: "pay_3" })],
    })
    const { payments } = seen(books, [], [dispute])
    expect(payments.map(({ refundable }) => refundable)).toEqual([
      true,
      false,
      false,
    ])
    expect(payments.map((each) => each.dispute?.id)).toEqual([
      undefined,
      "du_1",
      undefined,
    ])
  })

  it("knows no line of a refund that was given back, and its money in flight", () => {
    const released = refund({ revoked_at: at(2) })
    expect(seen(order(), [released]).refunded_lines).toEqual([])
    const flying = refund({
      transactions: [transaction({ status: "unknown" })],
    })
    expect(seen(order(), [flying])).toMatchObject({
      refunded_lines: [{ line_id: "item_1", amount: "10.00" }],
      payments: [{ refunded: "0", reserved: "10" }],
    })
  })
})
