import fc from "fast-check"
import { possibleRefusals, randomOrder } from "../__fixtures__/random-order"
import { add, decimal, decimalText, negate } from "../money/exact-decimal"
import { smallestAmount } from "../money/money"
import { lineValue } from "../plan/line-value"
import type { ItemLine, OrderSnapshot } from "../plan/plan-types"
import { planRelease } from "./plan-release"
import {
  creditWithKept,
  exactValue,
  keptLines,
  partsToTakeOff,
} from "./plan-release-kept"
import { releaseRounding } from "./plan-release-value"
import type { OrderParts, ReleasedLine, ReleaseSnapshot } from "./release-types"

const shirts: ItemLine = {
  id: "shirts",
  title: "Shirt",
  unit_price: "10",
  quantity: 3,
  fulfilled_quantity: 0,
  returned_quantity: 0,
  is_tax_inclusive: false,
  adjustments: [],
  tax_lines: [],
}
const standard = {
  id: "standard",
  title: "Standard",
  amount: "5",
  is_tax_inclusive: false,
  adjustments: [],
  tax_lines: [],
}
const line = (
  about: Pick<ReleasedLine, "quantity" | "amount"> & Partial<ReleasedLine>
): ReleasedLine => ({
  kind: "item",
  title: "Shirt",
  unit_amount: "0",
  subtotal: "0",
  discount_total: "0",
  tax_total: "0",
  tax_lines: [],
  releasable_quantity: 3,
  ...about,
})
const two = line({ item_id: "shirts", quantity: 2, amount: "20.01" })
const shipping = line({
  kind: "shipping",
  title: "Standard",
  shipping_method_id: "standard",
  quantity: 1,
  amount: "5.00",
})
const order = { items: [shirts], shipping_methods: [standard] }
const having = (change: Partial<ItemLine>) => ({
  ...order,
  items: [{ ...shirts, ...change }],
})
const NOTHING: OrderParts = { items: [], shipping_method_ids: [] }
const kept = (taken: OrderParts, now: typeof order = order) =>
  keptLines({ currency_code: "eur", lines: [two, shipping] }, taken, now)

describe("what a release can still take off", () => {
  it.each<[string, Partial<ItemLine>, number[]]>([
    ["all of it while nothing was shipped", {}, [2]],
    ["what was not shipped", { fulfilled_quantity: 2 }, [1]],
    ["nothing that was shipped", { fulfilled_quantity: 3 }, []],
    ["what an edit left", { quantity: 1 }, [1]],
    ["no more than it asked for", { quantity: 9 }, [2]],
  ])("is %s", (_, change, units) => {
    const { items } = partsToTakeOff([two], having(change))
    expect(items.map(({ quantity }) => quantity)).toEqual(units)
  })

  it("is no line that left the order already", () => {
    const gone = { items: [], shipping_methods: [] }
    expect(partsToTakeOff([two, shipping], gone)).toEqual(NOTHING)
  })
})

describe("what a release leaves on the order", () => {
  it("is nothing when all was taken off", () => {
    const taken = {
      items: [{ item_id: "shirts", quantity: 2 }],
      shipping_method_ids: ["standard"],
    }
    expect(
      kept(taken, { items: [{ ...shirts, quantity: 1 }], shipping_methods: [] })
    ).toEqual([])
  })

  it("is due with its share of what was released, the first units without it", () => {
    const one = { ...NOTHING, items: [{ item_id: "shirts", quantity: 1 }] }
    expect(kept(one, having({ quantity: 2 }))).toEqual([
      {
        kind: "item",
        item_id: "shirts",
        title: "Shirt",
        quantity: 1,
        amount: "10.00",
      },
      {
        kind: "shipping",
        shipping_method_id: "standard",
        title: "Standard",
        quantity: 1,
        amount: "5.00",
      },
    ])
  })

  it("is not what somebody else took off the order", () => {
    const gone = { items: [], shipping_methods: [] }
    expect(kept(NOTHING, gone)).toEqual([])
    expect(kept(NOTHING, having({ quantity: 1 }))).toMatchObject([
      { item_id: "shirts", quantity: 1, amount: "10.00" },
      { shipping_method_id: "standard" },
    ])
  })

  it("comes to a total of what was captured and what is due, over random orders", () => {
    fc.assert(
      fc.property(orderAndUnits, ([paid, units, shipped, shipping]) => {
        const order = authorized(paid)
        const planned = planRelease(order, {
          items: unitsOf(order, units),
          ...(shipping ? { shipping: "all" } : {}),
        })
        if (!planned.ok) {
          expect(possibleRefusals(paid)).toContain(planned.error.code)
          return
        }
        const { plan } = planned
        const before = {
          ...order,
          items: order.items.map((item, index) => ({
            ...item,
            fulfilled_quantity: Math.min(item.quantity, shipped[index] ?? 0),
          })),
        }
        const taken = partsToTakeOff(plan.lines, before)
        const left = keptLines(plan, taken, {
          items: before.items.map((item) => ({
            ...item,
            quantity: item.quantity - unitsTaken(taken, item.id),
          })),
          shipping_methods: before.shipping_methods.filter(
            ({ id }) => !taken.shipping_method_ids.includes(id)
          ),
        })
        const total = add(
          ...[...order.items, ...order.shipping_methods].map(lineValue)
        )
        const off = [
          ...taken.items,
          ...taken.shipping_method_ids.map((shipping_method_id) => ({
            shipping_method_id,
            quantity: 1,
          })),
        ].map((part) => decimal(exactValue(before, part)))
        const rounding =
          plan.kind === "void"
            ? "0"
            : releaseRounding(order, plan, decimalText(total))
        const pending = add(
          total,
          ...off.map(negate),
          negate(decimal(creditWithKept(rounding, left, before))),
          negate(decimal(plan.capture_amount))
        )
        const due = add(...left.map(({ amount }) => decimal(amount)))
        const difference = Number(decimalText(add(pending, negate(due))))
        // A void has no rounding: what nobody can pay may be left of it.
        const least = Number(smallestAmount(order.currency_code))
        expect(Math.abs(difference)).toBeLessThan(
          plan.kind === "void" ? least : 1e-9
        )
      }),
      { numRuns: 2000 }
    )
  })
})

const orderAndUnits = fc.tuple(
  randomOrder,
  fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }),
  fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }),
  fc.boolean()
)

const authorized = (order: OrderSnapshot): ReleaseSnapshot => ({
  ...order,
  captured: false,
  cancelable: true,
  payments: order.payments.map(({ id, provider_id, captured }) => ({
    id,
    provider_id,
    authorized: captured,
    releases_rest: true,
  })),
})

const unitsOf = ({ items }: ReleaseSnapshot, units: number[]) =>
  items.flatMap(({ id, quantity }, index) => {
    const asked = Math.min(quantity, units[index] ?? 0)
    return asked > 0 ? [{ item_id: id, quantity: asked }] : []
  })

const unitsTaken = ({ items }: OrderParts, id: string): number =>
  items.find(({ item_id }) => item_id === id)?.quantity ?? 0
