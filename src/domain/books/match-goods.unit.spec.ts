import fc from "fast-check"
import {
  type GoodsMovement,
  matchGoods,
  type RefundedUnits,
} from "./match-goods"

const at = (minute: number) => new Date(minute * 60_000).toISOString()

const refunded = (over: Partial<RefundedUnits> = {}): RefundedUnits => ({
  order_refund_id: "orref_1",
  line_id: "orrl_1",
  item_id: "item_1",
  quantity: 1,
  amount: "18.00",
  at: at(1),
  ...over,
})

const moved = (over: Partial<GoodsMovement> = {}): GoodsMovement => ({
  kind: "returned",
  item_id: "item_1",
  quantity: 1,
  at: at(2),
  ...over,
})

describe("matchGoods", () => {
  it("takes a unit that was refunded before it takes others", () => {
    expect(matchGoods([refunded()], [moved({ quantity: 2 })], "eur")).toEqual([
      {
        kind: "returned",
        order_refund_id: "orref_1",
        line_id: "orrl_1",
        item_id: "item_1",
        quantity: 1,
        amount: "18.00",
      },
    ])
  })

  it("takes the unit that was refunded first, first", () => {
    const first = refunded({ amount: "5.00" })
    const second = refunded({ order_refund_id: "orref_2", at: at(1.5) })
    expect(matchGoods([second, first], [moved()], "eur")).toMatchObject([
      { order_refund_id: "orref_1", amount: "5.00" },
    ])
  })

  it("leaves a refund alone that came after the goods moved", () => {
    expect(matchGoods([refunded({ at: at(3) })], [moved()], "eur")).toEqual([])
  })

  it("leaves other items alone", () => {
    expect(
      matchGoods([refunded()], [moved({ item_id: "item_2" })], "eur")
    ).toEqual([])
  })

  it("takes no unit twice", () => {
    expect(
      matchGoods([refunded()], [moved(), moved({ kind: "removed" })], "eur")
    ).toHaveLength(1)
  })

  it("divides what several units got so that the parts add up", () => {
    const three = refunded({ quantity: 3, amount: "10.00" })
    const movements = [moved(), moved({ at: at(3) }), moved({ at: at(4) })]
    expect(
      matchGoods([three], movements, "eur").map(({ amount }) => amount)
    ).toEqual(["3.33", "3.34", "3.33"])
  })

  it("never matches more units or money than were refunded, or more units than moved", () => {
    const units = fc.record({
      order_refund_id: fc.constantFrom("orref_1", "orref_2", "orref_3"),
      line_id: fc.uuid(),
      item_id: fc.constantFrom("item_1", "item_2"),
      quantity: fc.integer({ min: 1, max: 5 }),
      amount: fc
        .integer({ min: 0, max: 100_000 })
        .map((cents) => (cents / 100).toFixed(2)),
      at: fc.integer({ min: 0, max: 20 }).map(at),
    })
    const movement = fc.record({
      kind: fc.constantFrom("returned" as const, "removed" as const),
      item_id: fc.constantFrom("item_1", "item_2"),
      quantity: fc.integer({ min: 1, max: 5 }),
      at: fc.integer({ min: 0, max: 20 }).map(at),
    })
    const cents = (amount: string) => Math.round(Number(amount) * 100)
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
    fc.assert(
      fc.property(fc.array(units), fc.array(movement), (refunds, moves) => {
        const matched = matchGoods(refunds, moves, "eur")
        for (const line of refunds) {
          const own = matched.filter(({ line_id }) => line_id === line.line_id)
          const quantity = sum(own.map((each) => each.quantity))
          const amount = sum(own.map((each) => cents(each.amount)))
          expect(quantity).toBeLessThanOrEqual(line.quantity)
          expect(amount).toBeLessThanOrEqual(cents(line.amount))
          if (quantity === line.quantity) {
            expect(amount).toBe(cents(line.amount))
          }
        }
        for (const item of ["item_1", "item_2"]) {
          const of = (entries: { item_id: string; quantity: number }[]) =>
            sum(
              entries
                .filter(({ item_id }) => item_id === item)
                .map(({ quantity }) => quantity)
            )
          expect(of(matched)).toBeLessThanOrEqual(of(moves))
        }
      })
    )
  })
})
