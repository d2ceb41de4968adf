import {
  at,
  goods,
  item,
  order,
  refund,
  refundLine,
} from "../__fixtures__/books"
import { orderGoods } from "./order-goods"

describe("goods that a refund moved itself", () => {
  it("count with the value that was noted when they left", () => {
    const books = order({
      items: [item({ quantity: 1 })],
      goods: [
        goods("removed", 1, { order_refund_id: "orref_1", value: "9.996" }),
      ],
    })
    const own = refund({ lines: [refundLine({ restock: "cancel" })] })
    expect(orderGoods(books, [own]).of("orref_1")).toEqual({
      moved: true,
      value: "9.996",
      settled: "0",
    })
    expect(orderGoods(books, [own]).isCancelled("orref_1", "item_1")).toBe(true)
  })

  it("on their way back count with what the units cost now", () => {
    const books = order({
      items: [
        item({
          unit_price: "7.5",
          fulfilled_quantity: 2,
          returned_quantity: 1,
        }),
      ],
      goods: [goods("returned", 1, { order_refund_id: "orref_1" })],
    })
    const own = refund({ lines: [refundLine({ restock: "return" })] })
    const all = orderGoods(books, [own])
    expect(all.of("orref_1")).toMatchObject({ moved: true, value: "7.5" })
    // Its own return is not a return of others.
    expect(all.returnedOf(books.items[0] ?? item())).toBe(0)
  })
})

describe("goods that somebody else moved after a refund", () => {
  it("are not owed twice: a return of a unit that was refunded settles it", () => {
    const books = order({
      items: [item({ fulfilled_quantity: 2, returned_quantity: 1 })],
      goods: [goods("returned", 1, { at: at(5) })],
    })
    const before = refund({ created_at: at(1) })
    expect(orderGoods(books, [before]).of("orref_1")).toEqual({
      moved: false,
      value: "0",
      settled: "10",
    })
  })

  it("are owed when the refund came later: it was for a unit that stayed", () => {
    const books = order({
      items: [item({ fulfilled_quantity: 2, returned_quantity: 1 })],
      goods: [goods("returned", 1, { at: at(0) })],
    })
    const after = refund({ created_at: at(1) })
    expect(orderGoods(books, [after]).of("orref_1").settled).toBe("0")
  })

  it("of a refund that was withdrawn settle nothing", () => {
    const books = order({
      items: [item({ fulfilled_quantity: 2, returned_quantity: 1 })],
      goods: [goods("returned", 1, { at: at(5) })],
    })
    const withdrawn = refund({ revoked_at: at(2) })
    expect(orderGoods(books, [withdrawn]).of("orref_1").settled).toBe("0")
  })

  it("settle an amount inside the line, as far as line and return are more than it costs", () => {
    // 15.00 of 20.00 were given back inside the line; both units come back.
    const books = order({
      items: [item({ fulfilled_quantity: 2, returned_quantity: 2 })],
      goods: [goods("returned", 2, { at: at(5) })],
    })
    const inside = refund({
      lines: [refundLine({ quantity: 0, amount: "15.00" })],
    })
    const all = orderGoods(books, [inside])
    expect(all.of("orref_1").settled).toBe("15")
    expect(all.coveredOf("item_1")).toBe("15")
  })

  it("leave an amount inside the line alone while the line is worth both", () => {
    const books = order({
      items: [item({ fulfilled_quantity: 2, returned_quantity: 1 })],
      goods: [goods("returned", 1, { at: at(5) })],
    })
    const inside = refund({
      lines: [refundLine({ quantity: 0, amount: "10.00" })],
    })
    expect(orderGoods(books, [inside]).of("orref_1").settled).toBe("0")
  })
})

it("units that were cancelled for less than they cost keep the rest back", () => {
  // 15.00 inside the line were given back before; the unit got the last 5.00.
  const books = order({
    items: [item({ quantity: 1 })],
    goods: [goods("removed", 1, { order_refund_id: "orref_2", value: "10" })],
  })
  const refunds = [
    refund({ lines: [refundLine({ quantity: 0, amount: "15.00" })] }),
    refund({
      id: "orref_2",
      lines: [refundLine({ amount: "5.00", restock: "cancel" })],
    }),
  ]
  const [shirt = item()] = books.items
  expect(orderGoods(books, refunds).keptBackOf(shirt)).toBe("5")
})
