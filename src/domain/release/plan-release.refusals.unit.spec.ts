import { mugOrder, mugs, post } from "../__fixtures__/mug-order"
import { planRelease } from "./plan-release"
import { releaseRounding } from "./plan-release-value"
import type {
  AuthorizedPayment,
  ReleaseRequest,
  ReleaseSnapshot,
} from "./release-types"

const held = (
  id: string,
  authorized: string,
  more: Partial<AuthorizedPayment> = {}
): AuthorizedPayment => ({
  id,
  provider_id: "pp_stripe_stripe",
  authorized,
  releases_rest: true,
  ...more,
})

/** Four mugs at 20.00, of which one was shipped, and postage for 5.00. */
const snapshot = (more: Partial<ReleaseSnapshot> = {}): ReleaseSnapshot => ({
  ...mugOrder(),
  captured: false,
  cancelable: true,
  payments: [held("pay_1", "85")],
  ...more,
})
const refused = (request: ReleaseRequest, order = snapshot()) => {
  const planned = planRelease(order, request)
  return planned.ok ? null : [planned.error.code, planned.error.details]
}
const planned = (request: ReleaseRequest, order = snapshot()) => {
  const result = planRelease(order, request)
  if (!result.ok) {
    throw new Error(result.error.message)
  }
  return result.plan
}
const ofItems = (...items: { item_id: string; quantity: number }[]) =>
  refused({ items })
const two = { items: [{ item_id: "mugs", quantity: 2 }] }

describe("units of a release", () => {
  it("are on the order, and in the request once", () => {
    const one = { item_id: "mugs", quantity: 1 }
    expect(ofItems(one, { item_id: "post", quantity: 1 })).toEqual([
      "item_not_found",
      { field: "items.1.item_id", id: "post" },
    ])
    expect(ofItems(one, one)).toEqual([
      "duplicate_item",
      { field: "items.1.item_id", id: "mugs" },
    ])
  })

  it("are whole and above zero, and were not shipped", () => {
    const field = "items.0.quantity"
    expect(ofItems({ item_id: "mugs", quantity: 0 })).toEqual([
      "invalid_quantity",
      { field, item_id: "mugs" },
    ])
    expect(ofItems({ item_id: "mugs", quantity: 3 })).toBeNull()
    expect(ofItems({ item_id: "mugs", quantity: 4 })).toEqual([
      "quantity_exceeds_refundable",
      { field, item_id: "mugs", refundable_quantity: 3 },
    ])
  })

  it("are not on their way back", () => {
    const items = [{ ...mugs, fulfilled_quantity: 0, returned_quantity: 2 }]
    const of = (quantity: number) =>
      refused({ items: [{ item_id: "mugs", quantity }] }, snapshot({ items }))
    expect(of(2)).toBeNull()
    expect(of(3)?.[0]).toBe("quantity_exceeds_refundable")
  })

  it("are none below nothing, where more was shipped than is on the order", () => {
    const items = [{ ...mugs, quantity: 1, fulfilled_quantity: 2 }]
    expect(refused(two, snapshot({ items }))).toEqual([
      "quantity_exceeds_refundable",
      { field: "items.0.quantity", item_id: "mugs", refundable_quantity: 0 },
    ])
    expect(refused({ items: "all" }, snapshot({ items }))?.[0]).toBe(
      "nothing_to_refund"
    )
  })
})

describe("shipping of a release", () => {
  it("is on the order, and in the request once", () => {
    const field = "shipping.1.shipping_method_id"
    const shipping = (shipping_method_id: string) =>
      refused({
        shipping: [{ shipping_method_id: "post" }, { shipping_method_id }],
      })
    expect(shipping("mugs")).toEqual(["item_not_found", { field, id: "mugs" }])
    expect(shipping("post")).toEqual(["duplicate_item", { field, id: "post" }])
  })

  it("leaves as a whole", () => {
    const { released, lines } = planned({ shipping: "all" })
    expect(released).toBe("5.00")
    expect(lines).toEqual([
      {
        kind: "shipping",
        shipping_method_id: "post",
        title: "Post",
        quantity: 1,
        unit_amount: "5.00",
        subtotal: "5.00",
        discount_total: "0.00",
        tax_total: "0.00",
        tax_lines: [],
        amount: "5.00",
        releasable_quantity: 1,
      },
    ])
  })
})

describe("the payments of a release", () => {
  it("have a provider in the store", () => {
    const payments = [
      held("pay_1", "50"),
      held("pay_2", "35", { provider_missing: true }),
    ]
    expect(refused(two, snapshot({ payments }))).toEqual([
      "payment_provider_missing",
      { payment_ids: ["pay_2"] },
    ])
  })

  it("hold what is released, and may hold no more", () => {
    const of = (authorized: string) =>
      refused(two, snapshot({ payments: [held("pay_1", authorized)] }))
    expect(of("40")).toBeNull()
    expect(of("39.99")).toEqual([
      "amount_exceeds_payment",
      { largest_amount: "39.99" },
    ])
  })

  it("are told each with what it lets go and what is captured", () => {
    const payments = [held("pay_1", "50"), held("pay_2", "35")]
    expect(planned(two, snapshot({ payments }))).toMatchObject({
      order_id: "order_1",
      currency_code: "eur",
      authorized: "85.00",
      released: "40.00",
      capture_amount: "45.00",
      payments: [
        {
          payment_id: "pay_1",
          provider_id: "pp_stripe_stripe",
          authorized: "50.00",
          released: "5.00",
          capture_amount: "45.00",
        },
        { payment_id: "pay_2", released: "35.00", capture_amount: "0.00" },
      ],
    })
  })

  it("are warned of only where a provider keeps a part of what it holds", () => {
    const bank = { releases_rest: false }
    const warned = (...payments: AuthorizedPayment[]) =>
      planned(two, snapshot({ payments })).warnings.map(({ code }) => code)
    expect(warned(held("pay_1", "85", bank))).toEqual(["rest_not_released"])
    // The last one is cancelled, and the first one captured whole.
    expect(
      warned(held("pay_1", "45", bank), held("pay_2", "40", bank))
    ).toEqual([])
  })
})

describe("everything", () => {
  it("is not left alone by shipping that costs something", () => {
    const items = [{ ...mugs, fulfilled_quantity: 0 }]
    const all = { items: "all" } as const
    expect(planned(all, snapshot({ items })).kind).toBe("capture_less")
    const free = [{ ...post, amount: "0" }]
    expect(planned(all, snapshot({ items, shipping_methods: free })).kind).toBe(
      "void"
    )
  })

  it("is every unit of every item", () => {
    const items = [
      { ...mugs, fulfilled_quantity: 0 },
      { ...mugs, id: "cups", fulfilled_quantity: 0 },
    ]
    const request = (cups: number): ReleaseRequest => ({
      items: [
        { item_id: "mugs", quantity: 4 },
        { item_id: "cups", quantity: cups },
      ],
      shipping: "all",
    })
    const order = snapshot({ items, payments: [held("pay_1", "165")] })
    expect(planned(request(4), order).kind).toBe("void")
    expect(planned(request(3), order)).toMatchObject({
      kind: "capture_less",
      capture_amount: "20.00",
    })
  })
})

describe("the hash of a release", () => {
  const hash = (request: ReleaseRequest, more: Partial<ReleaseSnapshot> = {}) =>
    planned(request, snapshot(more)).hash

  it.each<[string, ReleaseRequest, Partial<ReleaseSnapshot>]>([
    ["order", two, { order_id: "order_2" }],
    ["currency", two, { currency_code: "usd" }],
    ["number of units", { items: [{ item_id: "mugs", quantity: 1 }] }, {}],
    ["line", { shipping: "all" }, {}],
    ["amount held", two, { payments: [held("pay_1", "84")] }],
    ["payment", two, { payments: [held("pay_2", "85")] }],
    [
      "share of tax",
      two,
      { items: [{ ...mugs, tax_lines: [{ code: "vat", rate: "7" }] }] },
    ],
  ])("is another one for another %s", (_, request, more) => {
    expect(hash(two)).toMatch(/^[0-9a-f]{64}$/)
    expect(hash(request, more)).not.toBe(hash(two))
  })
})

describe("the rounding of a release", () => {
  // A third of 10.00 is 3.333...: 3.33 is released, and a third of a cent stays.
  const thirds = snapshot({
    items: [{ ...mugs, unit_price: "3.3333", quantity: 3 }],
    shipping_methods: [],
    payments: [held("pay_1", "10.00")],
  })
  const plan = planned({ items: [{ item_id: "mugs", quantity: 1 }] }, thirds)
  const rounding = (pending: string) => releaseRounding(thirds, plan, pending)

  it("is what the lines cost more, and what was authorised more", () => {
    expect(plan.released).toBe("3.33")
    // 3.33 - 3.3333, and 9.9999 - 10.00.
    expect(rounding("9.9999")).toBe("-0.0034")
  })

  it("is not what another payment paid: a cent or more", () => {
    expect(rounding("10.0099")).toBe("0.0066")
    expect(rounding("10.01")).toBe("-0.0033")
    expect(rounding("9.99")).toBe("-0.0033")
    expect(rounding("9.9901")).toBe("-0.0132")
  })
})
