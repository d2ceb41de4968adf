import fc from "fast-check"
import { possibleRefusals, randomOrder } from "../__fixtures__/random-order"
import { currencyOf } from "../money/currency"
import { add, decimal } from "../money/exact-decimal"
import { roundToPayable } from "../money/money"
import { lineBalances } from "../plan/line-balance"
import { lineValue } from "../plan/line-value"
import { planRefund } from "../plan/plan-refund"
import type { ItemLine, OrderSnapshot } from "../plan/plan-types"
import { planRelease } from "./plan-release"
import { releaseRounding } from "./plan-release-value"
import type {
  ReleasePlan,
  ReleaseRequest,
  ReleaseSnapshot,
} from "./release-types"

const shirts: ItemLine = {
  id: "shirts",
  title: "Shirt",
  unit_price: "19.99",
  quantity: 3,
  fulfilled_quantity: 0,
  returned_quantity: 0,
  is_tax_inclusive: false,
  adjustments: [{ amount: "10" }],
  tax_lines: [{ code: "vat", rate: "19" }],
}
const sample: ItemLine = {
  ...shirts,
  id: "sample",
  title: "Sample",
  unit_price: "0",
  quantity: 1,
  adjustments: [],
}
const standard = {
  id: "standard",
  title: "Standard",
  amount: "5",
  is_tax_inclusive: false,
  adjustments: [],
  tax_lines: [{ code: "vat", rate: "19" }],
}
const order: ReleaseSnapshot = {
  order_id: "order_1",
  currency_code: "eur",
  canceled: false,
  has_active_change: false,
  captured: false,
  cancelable: true,
  items: [shirts],
  shipping_methods: [standard],
  payments: [
    {
      id: "pay_1",
      provider_id: "pp_stripe_stripe",
      authorized: "65.41",
      releases_rest: true,
    },
  ],
}
const one = { items: [{ item_id: "shirts", quantity: 1 }] }
const everything = { items: "all", shipping: "all" } as const

function plan(snapshot: ReleaseSnapshot, request: ReleaseRequest): ReleasePlan {
  const planned = planRelease(snapshot, request)
  if (!planned.ok) {
    throw new Error(planned.error.message)
  }
  return planned.plan
}
const codeOf = (snapshot: ReleaseSnapshot, request: ReleaseRequest) => {
  const planned = planRelease(snapshot, request)
  return planned.ok ? null : planned.error.code
}

describe("planRelease", () => {
  it("captures what is left of the order when a part leaves it", () => {
    expect(plan(order, one)).toMatchObject({
      kind: "capture_less",
      authorized: "65.41",
      released: "19.82",
      capture_amount: "45.59",
      lines: [
        {
          item_id: "shirts",
          quantity: 1,
          amount: "19.82",
          tax_total: "3.16",
          releasable_quantity: 3,
        },
      ],
      payments: [
        { payment_id: "pay_1", released: "19.82", capture_amount: "45.59" },
      ],
      warnings: [],
    })
  })

  it.each<[string, ReleaseSnapshot, ReleaseRequest]>([
    ["all", order, everything],
    [
      "an equal list",
      order,
      {
        items: [{ item_id: "shirts", quantity: 3 }],
        shipping: [{ shipping_method_id: "standard" }],
      },
    ],
    [
      "all units where shipping was free",
      { ...order, shipping_methods: [{ ...standard, amount: "0" }] },
      { items: "all" },
    ],
    [
      "all of an order that another payment pays in part",
      {
        ...order,
        payments: order.payments.map((each) => ({
          ...each,
          authorized: "40.00",
        })),
      },
      everything,
    ],
  ])("voids everything: %s", (_, snapshot, request) => {
    expect(plan(snapshot, request)).toMatchObject({
      kind: "void",
      capture_amount: "0.00",
      payments: [{ capture_amount: "0.00" }],
    })
  })

  it("cancels the payments, not the order, while something free stays", () => {
    const snapshot = { ...order, items: [shirts, sample] }
    const { kind, capture_amount } = plan(snapshot, {
      items: [{ item_id: "shirts", quantity: 3 }],
      shipping: "all",
    })
    expect([kind, capture_amount]).toEqual(["capture_less", "0.00"])
  })

  it("takes only units that were not shipped for all", () => {
    const shipped = {
      ...order,
      items: [{ ...shirts, fulfilled_quantity: 2 }],
    }
    expect(plan(shipped, everything)).toMatchObject({
      kind: "capture_less",
      lines: [{ quantity: 1, releasable_quantity: 1 }, { kind: "shipping" }],
    })
  })

  it("draws from the last payment first", () => {
    const [payment] = order.payments
    const payments = ["30.00", "20.00", "15.41"].map((authorized, index) => ({
      ...payment,
      id: `pay_${index}`,
      provider_id: "pp_stripe_stripe",
      releases_rest: true,
      authorized,
    }))
    expect(
      plan({ ...order, payments }, one).payments.map(
        ({ released, capture_amount }) => [released, capture_amount]
      )
    ).toEqual([
      ["0.00", "30.00"],
      ["4.41", "15.59"],
      ["15.41", "0.00"],
    ])
  })

  it("releases nothing of a payment in another currency than the order's", () => {
    const payments = order.payments.map((payment) => ({
      ...payment,
      currency_code: "usd",
    }))
    expect(planRelease({ ...order, payments }, everything)).toMatchObject({
      ok: false,
      error: {
        code: "payment_currency_mismatch",
        details: { payment_ids: ["pay_1"] },
      },
    })
  })

  it("warns of a provider that may keep the rest, unless all of it is cancelled", () => {
    const payments = order.payments.map((payment) => ({
      ...payment,
      provider_id: "pp_bank_bank",
      releases_rest: false,
    }))
    const codes = (request: ReleaseRequest) =>
      plan({ ...order, payments }, request).warnings.map(({ code }) => code)
    expect(codes(one)).toEqual(["rest_not_released"])
    expect(codes(everything)).toEqual([])
  })

  it.each<[string, Partial<ReleaseSnapshot>, ReleaseRequest]>([
    ["order_canceled", { canceled: true }, one],
    ["order_already_captured", { captured: true }, one],
    ["order_has_active_change", { has_active_change: true }, one],
    ["nothing_to_refund", { payments: [] }, one],
    ["nothing_to_refund", {}, {}],
    ["nothing_to_refund", { items: [sample] }, { items: "all" }],
    ["order_not_cancelable", { cancelable: false }, everything],
    [
      "amount_exceeds_payment",
      {
        payments: order.payments.map((each) => ({
          ...each,
          authorized: "19.81",
        })),
      },
      one,
    ],
    ["item_not_found", {}, { items: [{ item_id: "caps", quantity: 1 }] }],
    ["item_not_found", {}, { shipping: [{ shipping_method_id: "shirts" }] }],
    ["duplicate_item", {}, { items: [...one.items, ...one.items] }],
    [
      "duplicate_item",
      {},
      {
        shipping: [
          { shipping_method_id: "standard" },
          { shipping_method_id: "standard" },
        ],
      },
    ],
    ...[0, -1, 1.5, NaN].map((quantity): [string, object, ReleaseRequest] => [
      "invalid_quantity",
      {},
      { items: [{ item_id: "shirts", quantity }] },
    ]),
    [
      "quantity_exceeds_refundable",
      {},
      { items: [{ item_id: "shirts", quantity: 4 }] },
    ],
    [
      "quantity_exceeds_refundable",
      { items: [{ ...shirts, fulfilled_quantity: 3 }] },
      one,
    ],
  ])("refuses with %s", (code, change, request) => {
    expect(codeOf({ ...order, ...change }, request)).toBe(code)
  })

  it("has another hash when the outcome is another", () => {
    const { hash } = plan(order, one)
    expect(plan(order, one).hash).toBe(hash)
    expect(
      plan({ ...order, items: [{ ...shirts, unit_price: "20" }] }, one).hash
    ).not.toBe(hash)
  })
})

/** The same order, authorised instead of captured. */
const authorized = (snapshot: OrderSnapshot): ReleaseSnapshot => ({
  ...order,
  ...snapshot,
  payments: snapshot.payments.map(({ id, provider_id, captured }) => ({
    id,
    provider_id,
    authorized: captured,
    releases_rest: true,
  })),
})

const orderAndUnits = randomOrder.chain((snapshot) =>
  fc.tuple(
    fc.constant(snapshot),
    fc.tuple(
      ...snapshot.items.map(({ id, quantity }) =>
        fc
          .integer({ min: 0, max: quantity })
          .map((units) => ({ item_id: id, quantity: units }))
      )
    ),
    fc.boolean()
  )
)
const RUNS = { numRuns: 2000 }

/** A part of a line below zero is not below the line. */
const isWithin = (amount: bigint, share: bigint) =>
  share < 0n ? amount >= share : amount <= share

describe("planRelease, over random orders", () => {
  const requestOf = (
    items: { item_id: string; quantity: number }[],
    shipping: boolean
  ): ReleaseRequest => ({
    items: items.filter(({ quantity }) => quantity > 0),
    ...(shipping ? { shipping: "all" as const } : {}),
  })

  it("releases and captures exactly what was authorised, from no payment more than it holds", () => {
    fc.assert(
      fc.property(orderAndUnits, ([snapshot, items, shipping]) => {
        const currency = currencyOf(snapshot.currency_code)
        const payable = (text: string) =>
          roundToPayable(decimal(text), currency)
        const planned = planRelease(
          authorized(snapshot),
          requestOf(items, shipping)
        )
        if (!planned.ok) {
          expect(possibleRefusals(snapshot)).toContain(planned.error.code)
          return
        }
        const { plan: found } = planned
        const total = (
          pick: (each: ReleasePlan["payments"][number]) => string
        ) => found.payments.reduce((sum, each) => sum + payable(pick(each)), 0n)
        expect(total((each) => each.released)).toBe(payable(found.released))
        expect(total((each) => each.capture_amount)).toBe(
          payable(found.capture_amount)
        )
        expect(payable(found.released) + payable(found.capture_amount)).toBe(
          payable(found.authorized)
        )
        for (const each of found.payments) {
          expect(payable(each.released) >= 0n).toBe(true)
          expect(payable(each.capture_amount) >= 0n).toBe(true)
        }
      }),
      RUNS
    )
  })

  it("shares out as a refund of the captured order would", () => {
    fc.assert(
      fc.property(orderAndUnits, ([snapshot, items, shipping]) => {
        const request = requestOf(items, shipping)
        const release = planRelease(authorized(snapshot), request)
        const refund = planRefund(snapshot, request)
        if (release.ok && refund.ok) {
          const amounts = (lines: { amount: string; tax_total: string }[]) =>
            lines
              .map(({ amount, tax_total }) => [amount, tax_total])
              .filter(([amount]) => Number(amount) !== 0)
          expect(amounts(release.plan.lines)).toEqual(
            amounts(refund.plan.lines)
          )
        }
      }),
      RUNS
    )
  })

  it("leaves a total that is what was captured, to the last digit", () => {
    fc.assert(
      fc.property(orderAndUnits, ([snapshot, items, shipping]) => {
        const before = authorized(snapshot)
        const planned = planRelease(before, requestOf(items, shipping))
        if (!planned.ok) {
          return
        }
        const exact = add(
          ...[...before.items, ...before.shipping_methods].map(lineValue)
        )
        const rounding = decimal(
          releaseRounding(before, planned.plan, textOf(exact))
        )
        const gone = planned.plan.lines.map(
          ({ item_id, quantity, ...line }) => {
            const item = before.items.find(({ id }) => id === item_id)
            const method = before.shipping_methods.find(
              ({ id }) => id === line.shipping_method_id
            )
            const value = item ?? method
            return value
              ? Number(textOf(lineValue(value))) *
                  (item ? quantity / item.quantity : 1)
              : 0
          }
        )
        const left =
          Number(textOf(exact)) -
          gone.reduce((sum, value) => sum + value, 0) -
          Number(textOf(rounding))
        const captured =
          planned.plan.kind === "void" ? 0 : Number(planned.plan.capture_amount)
        expect(Math.abs(left - captured)).toBeLessThan(1e-6)
      }),
      RUNS
    )
  })

  it("never releases more of a line than its share", () => {
    fc.assert(
      fc.property(orderAndUnits, ([snapshot, items, shipping]) => {
        const planned = planRelease(
          authorized(snapshot),
          requestOf(items, shipping)
        )
        const currency = currencyOf(snapshot.currency_code)
        const balances = lineBalances(snapshot, currency)
        for (const line of planned.ok ? planned.plan.lines : []) {
          const balance = balances.find(
            (each) => each.line.id === (line.item_id ?? line.shipping_method_id)
          )
          expect(
            isWithin(
              roundToPayable(decimal(line.amount), currency),
              balance?.share ?? -1n
            )
          ).toBe(true)
        }
      }),
      RUNS
    )
  })
})

const textOf = ({ units, scale }: { units: bigint; scale: number }): string => {
  const sign = units < 0n ? "-" : ""
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0")
  return scale
    ? `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
    : `${sign}${digits}`
}
