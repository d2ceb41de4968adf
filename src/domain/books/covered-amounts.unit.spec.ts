import {
  at,
  goods,
  item,
  order,
  refund,
  refundLine,
} from "../__fixtures__/books"
import type { MedusaOrder } from "./medusa-order"
import { orderGoods } from "./order-goods"
import type { OrderRefundRecord, RefundLine } from "./refund-records"

const given = (
  id: string,
  more: Partial<RefundLine>,
  of: Partial<OrderRefundRecord> = {}
) =>
  refund({
    id,
    created_at: at(1),
    lines: [refundLine({ id: `line of ${id}`, ...more })],
    ...of,
  })
const inside = (id: string, amount: string, of = {}) =>
  given(id, { quantity: 0, amount }, of)

/** What a later return or edit made the order owe again, refund by refund. */
const settled = (books: MedusaOrder, ...refunds: OrderRefundRecord[]) =>
  refunds.map(({ id }) => orderGoods(books, refunds).of(id).settled)

/** Two T-shirts at 10.00 of which one came back, or both. */
const returned = (units: number) =>
  order({
    items: [item({ fulfilled_quantity: 2, returned_quantity: units })],
    goods: [goods("returned", units, { at: at(5) })],
  })

describe("amounts inside a line whose units come back", () => {
  it("are owed again as far as both together are more than the line costs", () => {
    // 20.00 paid, 10.00 owed for the unit: of 14.00 given back 4.00 are too much.
    expect(settled(returned(1), inside("a", "14.00"))).toEqual(["4"])
    expect(settled(returned(2), inside("a", "14.00"))).toEqual(["14"])
  })

  it("are owed again from the first refund on", () => {
    const refunds = [inside("a", "5.00"), inside("b", "9.00")]
    expect(settled(returned(1), ...refunds)).toEqual(["4", "0"])
    expect(settled(returned(2), ...refunds)).toEqual(["5", "9"])
  })

  it("are not owed again for less than a cent", () => {
    expect(settled(returned(1), inside("a", "10.009"))).toEqual(["0"])
    expect(settled(returned(1), inside("a", "10.01"))).toEqual(["0.01"])
  })

  it("do not count where they were taken back, or were not for the line", () => {
    const withdrawn = inside("a", "14.00", { revoked_at: at(3) })
    expect(settled(returned(2), withdrawn)).toEqual(["0"])
    const goodwill = given("a", {
      kind: "adjustment",
      item_id: null,
      amount: "14.00",
    })
    expect(settled(returned(2), goodwill)).toEqual(["0"])
    const other = given("a", { item_id: "item_2", quantity: 0 })
    expect(orderGoods(returned(2), [other]).coveredOf("item_1")).toBe("0")
  })

  it("are joined by the units that were refunded before they came back", () => {
    // One unit was refunded and came back: settled by itself. Of the 10.00 that
    // are left, 12.00 were given back inside the line: 2.00 too much.
    const books = returned(1)
    const refunds = [given("a", {}), inside("b", "12.00")]
    expect(settled(books, ...refunds)).toEqual(["10", "2"])
  })
})

describe("units of a line that Medusa's edit made cheaper", () => {
  // Two at 10.00 with 4.00 off, both refunded with 8.00. The edit that takes one
  // off keeps the discount whole: the other one costs 6.00.
  const discount = {
    amount: "4",
    is_tax_inclusive: true,
    code: null,
    promotion_id: null,
    description: null,
  }
  const refunds = [
    given("a", { amount: "8.00" }),
    given("b", { amount: "8.00" }),
  ]
  const edited = (
    by: string | null,
    items = [item({ quantity: 1, adjustments: [discount] })]
  ) =>
    order({
      items,
      goods: [
        goods("removed", 1, { at: at(5), order_refund_id: by, value: "8" }),
      ],
    })

  it("are owed again by what the rest of the line costs less", () => {
    expect(settled(edited(null), ...refunds)).toEqual(["8", "2"])
  })

  it("are not owed again where nobody edited the line", () => {
    const books = order({
      items: [item({ quantity: 1, adjustments: [discount] })],
    })
    expect(settled(books, ...refunds)).toEqual(["0", "0"])
  })

  it("are covered after amounts inside the line", () => {
    const both = [...refunds, inside("c", "1.50")]
    // 9.50 given for what costs 6.00: 1.50 inside the line first, then 2.00.
    expect(settled(edited(null), ...both)).toEqual(["8", "2", "1.5"])
    const more = [...refunds, inside("c", "3.00")]
    expect(settled(edited(null), ...more)).toEqual(["8", "2", "3"])
  })
})

describe("amounts inside a line that left the order", () => {
  const gone = (by: string | null) =>
    order({
      items: [],
      goods: [
        goods("removed", 1, {
          id: "ordch_1",
          at: at(4),
          order_refund_id: null,
        }),
        goods("removed", 1, { id: "ordch_2", at: at(5), order_refund_id: by }),
      ],
    })

  it("are owed again in full where Medusa's edit took the last units", () => {
    expect(settled(gone(null), inside("a", "6.00"))).toEqual(["6"])
  })

  it("are not owed again where our refund did: it paid what was left", () => {
    expect(settled(gone("orref_9"), inside("a", "6.00"))).toEqual(["0"])
  })

  it("are not owed again where nothing moved", () => {
    expect(settled(order({ items: [] }), inside("a", "6.00"))).toEqual(["0"])
  })
})

describe("units that a refund of ours took off the order", () => {
  const books = order({
    items: [item({ quantity: 1, fulfilled_quantity: 1, returned_quantity: 1 })],
    goods: [
      goods("removed", 1, { order_refund_id: "b", value: "10", at: at(2) }),
      goods("returned", 1, { at: at(5) }),
    ],
  })

  it("kept back what was given inside the line: that settled it", () => {
    // 15.00 inside the line, so the cancelled unit got 5.00; then the other one
    // came back, which costs 10.00: 10.00 of the 15.00 are owed again.
    const refunds = [
      inside("a", "15.00"),
      given("b", { amount: "5.00", restock: "cancel" }),
    ]
    expect(settled(books, ...refunds)).toEqual(["10", "0"])
  })
})
