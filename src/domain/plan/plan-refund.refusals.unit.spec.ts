import {
  mugOrder,
  mugs,
  paidBy,
  post,
  refusalOf,
} from "../__fixtures__/mug-order"
import type { OrderSnapshot, RefundRequest } from "./plan-types"
import { planRefund } from "./plan-refund"

type Items = Exclude<RefundRequest["items"], "all" | undefined>

const ofItems = (...items: Items) => refusalOf({ items })
const item_id = "mugs"

describe("a refund of an order", () => {
  it.each<[string, Partial<OrderSnapshot>]>([
    ["order_canceled", { canceled: true }],
    ["order_has_active_change", { has_active_change: true }],
    ["order_not_captured", { payments: [] }],
    ["order_not_captured", { payments: [paidBy("pay_1", "0.004")] }],
  ])("is refused with %s", (code, more) => {
    expect(refusalOf({ items: "all" }, mugOrder(more))).toEqual([
      code,
      undefined,
    ])
  })

  it.each<[string, RefundRequest]>([
    ["nothing", {}],
    ["no item", { items: [] }],
    ["what the order does not owe", { outstanding: true }],
  ])("is refused for %s: nothing is left to refund", (_, request) => {
    expect(refusalOf(request)).toEqual(["nothing_to_refund", undefined])
  })
})

describe("items of a refund", () => {
  it("are on the order, and in the request once", () => {
    expect(ofItems({ item_id }, { item_id: "post" })).toEqual([
      "item_not_found",
      { field: "items.1.item_id", item_id: "post" },
    ])
    expect(ofItems({ item_id, quantity: 1 }, { item_id, quantity: 1 })).toEqual(
      ["duplicate_item", { field: "items.1.item_id", item_id }]
    )
  })

  it.each([0, -1, 1.5, NaN, Infinity])(
    "are whole numbers of units above zero, not %s",
    (quantity) => {
      expect(ofItems({ item_id, quantity })).toEqual([
        "invalid_quantity",
        { field: "items.0.quantity", item_id },
      ])
    }
  )

  it("are no more units than are left", () => {
    expect(ofItems({ item_id, quantity: 4 })).toBeNull()
    expect(ofItems({ item_id, quantity: 5 })).toEqual([
      "quantity_exceeds_refundable",
      { field: "items.0.quantity", item_id, refundable_quantity: 4 },
    ])
  })

  it("give no more than their line has left", () => {
    expect(ofItems({ item_id, amount: "80" })).toBeNull()
    expect(ofItems({ item_id, amount: "80.01" })).toEqual([
      "amount_exceeds_line",
      { field: "items.0.amount", item_id, refundable_amount: "80.00" },
    ])
  })

  it("give something, unless goods move for nothing", () => {
    const nothing = ["invalid_amount", { field: "items.0.amount" }]
    expect(ofItems({ item_id, quantity: 1, amount: "0" })).toEqual(nothing)
    expect(ofItems({ item_id, quantity: 1, amount: "x" })).toEqual(nothing)
    expect(
      ofItems({ item_id, quantity: 1, amount: "0.00", restock: "cancel" })
    ).toBeNull()
    expect(
      ofItems({ item_id, quantity: 1, amount: "-1", restock: "cancel" })
    ).toEqual(nothing)
  })

  it("can be taken off only where they were not shipped", () => {
    const cancel = (quantity: number) =>
      ofItems({ item_id, quantity, restock: "cancel" })
    expect(cancel(3)).toBeNull()
    expect(cancel(4)).toEqual([
      "invalid_quantity",
      { field: "items.0.restock", item_id },
    ])
  })

  it("can be returned only where they are with the customer", () => {
    const back = (quantity: number, more: object = {}) =>
      refusalOf(
        { items: [{ item_id, quantity, restock: "return" }] },
        mugOrder({ items: [{ ...mugs, ...more }] })
      )
    expect(back(1)).toBeNull()
    expect(back(2)?.[0]).toBe("invalid_quantity")
    expect(back(1, { returned_quantity: 1 })?.[0]).toBe("invalid_quantity")
    expect(back(1, { came_back_quantity: 1 })?.[0]).toBe("invalid_quantity")
  })

  it("move in units, not in money", () => {
    expect(ofItems({ item_id, amount: "5", restock: "cancel" })?.[0]).toBe(
      "invalid_quantity"
    )
  })
})

describe("shipping of a refund", () => {
  const ofShipping = (
    ...shipping: Exclude<RefundRequest["shipping"], "all" | undefined>
  ) => refusalOf({ shipping })
  const shipping_method_id = "post"

  it("is on the order, and in the request once", () => {
    const field = "shipping.1.shipping_method_id"
    expect(
      ofShipping({ shipping_method_id }, { shipping_method_id: "mugs" })
    ).toEqual(["item_not_found", { field, shipping_method_id: "mugs" }])
    expect(
      ofShipping({ shipping_method_id, amount: "1" }, { shipping_method_id })
    ).toEqual(["duplicate_item", { field, shipping_method_id }])
  })

  it("gives something, and no more than it has left", () => {
    const amount = (text: string) =>
      ofShipping({ shipping_method_id, amount: text })
    expect(amount("5")).toBeNull()
    expect(amount("0")).toEqual([
      "invalid_amount",
      { field: "shipping.0.amount" },
    ])
    expect(amount("5.01")).toEqual([
      "amount_exceeds_line",
      {
        field: "shipping.0.amount",
        shipping_method_id,
        refundable_amount: "5.00",
      },
    ])
  })

  it("that was free gives nothing back", () => {
    const free = mugOrder({ shipping_methods: [{ ...post, amount: "0" }] })
    expect(refusalOf({ shipping: "all" }, free)?.[0]).toBe("nothing_to_refund")
  })
})

describe("goodwill", () => {
  const goodwill = (amount: string, description: string) =>
    refusalOf({ adjustment: { amount, description } })

  it("says what it is for", () => {
    expect(goodwill("5", "  ")).toEqual([
      "invalid_request",
      { field: "adjustment.description" },
    ])
    const adjustment = { amount: "5" } as RefundRequest["adjustment"]
    expect(refusalOf({ adjustment })?.[0]).toBe("invalid_request")
  })

  it("gives something, and no more than the payments hold", () => {
    expect(goodwill("0", "Sorry")).toEqual([
      "invalid_amount",
      { field: "adjustment.amount" },
    ])
    expect(goodwill("85", "Sorry")).toBeNull()
    expect(goodwill("85.01", "Sorry")).toEqual([
      "amount_exceeds_payment",
      { largest_amount: "85.00" },
    ])
  })
})

describe("money that the payments do not hold", () => {
  const left = (more: Partial<OrderSnapshot>) => mugOrder(more)
  const given = left({
    payments: [paidBy("pay_1", "50", { refunded: "45" })],
  })
  const adjustment = { amount: "6", description: "Sorry" }

  it("is refused, and how to ask for all of it is said, except to who chose payments", () => {
    const message = (request: RefundRequest) => {
      const planned = planRefund(given, request)
      return planned.ok ? "" : planned.error.message
    }
    expect(message({ adjustment })).toContain("(limit_to_payments)")
    expect(
      message({
        adjustment,
        payments: [{ payment_id: "pay_1", amount: "6" }],
      })
    ).not.toContain("limit_to_payments")
    expect(refusalOf({ adjustment }, given)).toEqual([
      "amount_exceeds_payment",
      { largest_amount: "5.00" },
    ])
  })

  it("is refused for everything of payments that are empty", () => {
    const empty = left({
      payments: [paidBy("pay_1", "85", { refunded: "80", reserved: "5" })],
    })
    expect(refusalOf({ items: "all" }, empty)).toEqual([
      "nothing_to_refund",
      undefined,
    ])
    expect(refusalOf({ adjustment, limit_to_payments: true }, empty)?.[0]).toBe(
      "nothing_to_refund"
    )
  })

  it("that a dispute holds is refused with the dispute", () => {
    const dispute = { id: "du_1", status: "needs_response" }
    const disputed = left({
      payments: [
        paidBy("pay_1", "50", { refundable: false, dispute }),
        paidBy("pay_2", "35"),
        paidBy("pay_3", "0", { refundable: false }),
      ],
    })
    const held = [
      "payment_disputed",
      { payment_ids: ["pay_1"], dispute_ids: ["du_1"] },
    ]
    const goodwill = (amount: string) => ({
      adjustment: { ...adjustment, amount },
    })
    expect(refusalOf({ items: "all" }, disputed)).toEqual(held)
    expect(refusalOf({ shipping: "all" }, disputed)).toBeNull()
    expect(refusalOf(goodwill("35"), disputed)).toBeNull()
    expect(refusalOf(goodwill("35.01"), disputed)).toEqual(held)
    expect(refusalOf(goodwill("85"), disputed)).toEqual(held)
    // More than all of them hold: without the dispute it would not be paid, too.
    expect(refusalOf(goodwill("85.01"), disputed)).toEqual([
      "amount_exceeds_payment",
      { largest_amount: "35.00" },
    ])
    const limited = { ...goodwill("50"), limit_to_payments: true }
    expect(refusalOf(limited, disputed)).toBeNull()
    const all = left({
      payments: [paidBy("pay_1", "50", { refundable: false, dispute })],
    })
    expect(refusalOf(limited, all)).toEqual(held)
  })

  it("that nobody can move is refused with the payment", () => {
    const missing = left({
      payments: [
        paidBy("pay_1", "85", { refundable: false, provider_missing: true }),
      ],
    })
    expect(refusalOf({ items: "all" }, missing)).toEqual([
      "payment_provider_missing",
      { payment_ids: ["pay_1"] },
    ])
  })

  it("is in another currency", () => {
    const dollars = paidBy("pay_2", "35", { currency_code: "usd" })
    const mixed = left({ payments: [paidBy("pay_1", "50"), dollars] })
    const foreign = (details: object) => [
      "payment_currency_mismatch",
      { payment_ids: ["pay_2"], ...details },
    ]
    expect(refusalOf({ items: "all" }, mixed)).toEqual(
      foreign({ largest_amount: "50.00" })
    )
    const limited = { items: "all", limit_to_payments: true } as const
    expect(refusalOf(limited, mixed)).toBeNull()
    expect(refusalOf({ items: "all" }, left({ payments: [dollars] }))).toEqual(
      foreign({})
    )
    // What it gave back already is nobody's to give.
    const spent = { ...dollars, refunded: "30", reserved: "5" }
    expect(refusalOf({ items: "all" }, left({ payments: [spent] }))?.[0]).toBe(
      "order_not_captured"
    )
  })
})

describe("payments that somebody chose", () => {
  const payments = (
    ...chosen: [string, string][]
  ): NonNullable<RefundRequest["payments"]> =>
    chosen.map(([payment_id, amount]) => ({ payment_id, amount }))
  const chosen = (amounts: RefundRequest["payments"], order?: OrderSnapshot) =>
    refusalOf(
      {
        adjustment: { amount: "40", description: "Sorry" },
        payments: amounts,
      },
      order
    )

  it("add up to the refund", () => {
    expect(chosen(payments(["pay_1", "10"], ["pay_2", "30"]))).toBeNull()
    expect(chosen(payments(["pay_1", "10"], ["pay_2", "30.01"]))).toEqual([
      "invalid_amount",
      { field: "payments" },
    ])
  })

  it("give an amount each, and no more than they hold", () => {
    const field = "payments.1.amount"
    expect(chosen(payments(["pay_1", "10"], ["pay_2", "0"]))).toEqual([
      "invalid_amount",
      { field },
    ])
    expect(chosen(payments(["pay_1", "10"], ["pay_2", "35.01"]))).toEqual([
      "amount_exceeds_payment",
      { field, payment_id: "pay_2", largest_amount: "35.00" },
    ])
  })

  it("are the order's, and chosen once", () => {
    const field = "payments.1.amount"
    expect(chosen(payments(["pay_1", "10"], ["pay_9", "30"]))).toEqual([
      "amount_exceeds_payment",
      { field, payment_id: "pay_9", largest_amount: "0.00" },
    ])
    expect(chosen(payments(["pay_1", "10"], ["pay_1", "30"]))).toEqual([
      "duplicate_item",
      { field, payment_id: "pay_1" },
    ])
  })

  it("are free of disputes, and in the order's currency", () => {
    const field = "payments.0.amount"
    const of = (more: Parameters<typeof paidBy>[2]) =>
      chosen(
        payments(["pay_3", "40"]),
        mugOrder({
          payments: [paidBy("pay_1", "85"), paidBy("pay_3", "50", more)],
        })
      )
    expect(of({})).toBeNull()
    expect(of({ refundable: false })).toEqual([
      "payment_disputed",
      { payment_ids: ["pay_3"], field },
    ])
    expect(of({ refundable: false, provider_missing: true })).toEqual([
      "payment_provider_missing",
      { payment_ids: ["pay_3"], field },
    ])
    expect(of({ currency_code: "usd" })).toEqual([
      "payment_currency_mismatch",
      { payment_ids: ["pay_3"], field },
    ])
    expect(of({ currency_code: "eur" })).toBeNull()
  })

  it("are as many as nobody: then the oldest gives first", () => {
    expect(chosen([])).toBeNull()
  })
})
