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

describe("whose goods moved", () => {
  const own = refund({ lines: [refundLine({ restock: "cancel" })] })

  it("is told by the refund, the item, and what happened to it", () => {
    const books = order({
      goods: [
        goods("removed", 1, { order_refund_id: "orref_1", value: "10" }),
        goods("returned", 1, {
          order_refund_id: "orref_1",
          item_id: "item_2",
        }),
        goods("removed", 1, { order_refund_id: "orref_2", item_id: "item_2" }),
      ],
    })
    const { isCancelled } = orderGoods(books, [own])
    expect(isCancelled("orref_1", "item_1")).toBe(true)
    expect(isCancelled("orref_1", "item_2")).toBe(false)
    expect(isCancelled("orref_2", "item_1")).toBe(false)
  })

  it("is nobody's where a refund moved nothing", () => {
    expect(orderGoods(order(), [own]).of("orref_1")).toEqual({
      moved: false,
      value: "0",
      settled: "0",
    })
  })

  it("took nothing off where no value was noted, or the line is gone", () => {
    const change = { order_refund_id: "orref_1" }
    const value = (kind: "removed" | "returned") =>
      orderGoods(order({ items: [], goods: [goods(kind, 1, change)] }), [
        own,
      ]).of("orref_1")
    expect(value("removed")).toMatchObject({ moved: true, value: "0" })
    expect(value("returned")).toMatchObject({ moved: true, value: "0" })
  })
})

describe("returns that our refunds did not open", () => {
  const back = (returned_quantity: number, ...refunds: string[]) => {
    const books = order({
      items: [item({ quantity: 4, fulfilled_quantity: 4, returned_quantity })],
      goods: [
        ...refunds.map((order_refund_id) =>
          goods("returned", 1, { order_refund_id, at: at(2) })
        ),
        goods("returned", 1, { at: at(5) }),
      ],
    })
    const [shirts = item()] = books.items
    const kept = refund({ id: "orref_9" })
    return {
      alone: orderGoods(books, []).returnedOf(shirts),
      matched: orderGoods(books, [kept]).returnedOf(shirts),
    }
  }

  it("are what came back less ours, and less what was refunded before", () => {
    expect(back(3, "orref_1", "orref_2")).toEqual({ alone: 1, matched: 0 })
    expect(back(2, "orref_1")).toEqual({ alone: 1, matched: 0 })
    expect(back(1)).toEqual({ alone: 1, matched: 0 })
  })

  it("are never less than nothing", () => {
    expect(back(0, "orref_1").alone).toBe(0)
  })
})

describe("units of a refund that are not there any more", () => {
  const settledBy = (
    lines: ReturnType<typeof refundLine>[],
    by: string | null
  ) => {
    const books = order({
      items: [
        item({ quantity: 3, fulfilled_quantity: 2, returned_quantity: 1 }),
      ],
      goods: [
        goods("removed", 1, { order_refund_id: by, value: "10", at: at(2) }),
        goods("returned", 1, { at: at(5) }),
      ],
    })
    return orderGoods(books, [refund({ lines })]).matched.map(
      ({ kind }) => kind
    )
  }

  it("are no units that somebody may bring back: its own refund took them off", () => {
    expect(settledBy([refundLine({ restock: "cancel" })], "orref_1")).toEqual(
      []
    )
  })

  it("are there still where nothing took them off, or another line did", () => {
    expect(settledBy([refundLine()], "orref_1")).toEqual(["returned"])
    expect(settledBy([refundLine({ restock: "cancel" })], "orref_2")).toEqual([
      "returned",
    ])
    expect(settledBy([refundLine({ restock: "return" })], "orref_1")).toEqual([
      "returned",
    ])
  })

  it("are none of shipping, goodwill, or an amount inside a line", () => {
    const none = [
      refundLine({ kind: "shipping", shipping_method_id: "ship_1" }),
      refundLine({ kind: "item", item_id: null }),
      refundLine({ quantity: 0 }),
    ]
    for (const line of none) {
      expect(settledBy([line], "orref_9")).toEqual([])
    }
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
  expect(orderGoods(books, refunds).keptBackOf(item({ id: "item_2" }))).toBe(
    "0"
  )
})

it("units of two lines that left at once keep back by what each costs", () => {
  const [mug, shirt] = [
    item({ id: "mug", unit_price: "8", quantity: 1 }),
    item({ quantity: 1 }),
  ]
  const both = {
    ...goods("removed", 1, { order_refund_id: "orref_1", value: "18" }),
    items: [
      { item_id: "mug", quantity: 1 },
      { item_id: "item_1", quantity: 1 },
    ],
  }
  const own = refund({
    lines: [
      refundLine({ item_id: "mug", amount: "6.00", restock: "cancel" }),
      refundLine({ amount: "9.00", restock: "cancel" }),
      refundLine({ amount: "0.50", quantity: 0 }),
    ],
  })
  const { keptBackOf } = orderGoods(
    order({ items: [mug, shirt], goods: [both] }),
    [own]
  )
  expect(keptBackOf(mug)).toBe("2")
  expect(keptBackOf(shirt)).toBe("1")
})
