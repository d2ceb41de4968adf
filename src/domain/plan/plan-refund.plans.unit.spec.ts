import { mugOrder, mugs, paidBy, planOf } from "../__fixtures__/mug-order"
import { paymentRefusal } from "./payment-split"
import type { OrderSnapshot, RefundRequest } from "./plan-types"
import { refundableLines, refundablePayments } from "./refundable-lines"

const taxed = {
  ...mugs,
  unit_price: "11.90",
  tax_lines: [{ code: "vat", rate: "19" }],
  adjustments: [{ amount: "4.76", is_tax_inclusive: true }],
}

describe("the plan of a refund", () => {
  it("says what every line gives, and from which payment", () => {
    const order = mugOrder({
      items: [taxed],
      payments: [paidBy("pay_1", "8"), paidBy("pay_2", "39.84")],
    })
    const request = {
      items: [{ item_id: "mugs", quantity: 1, restock: "cancel" as const }],
      shipping: [{ shipping_method_id: "post", amount: "2" }],
    }
    // 47.60 less 4.76 for four, of which one is 10.71: 9.00 and 1.71 of tax.
    expect(planOf(request, order)).toMatchObject({
      order_id: "order_1",
      currency_code: "eur",
      amount: "12.71",
      subtotal: "11.00",
      discount_total: "1.00",
      tax_total: "1.71",
      refundable_amount: "47.84",
      lines: [
        {
          kind: "item",
          item_id: "mugs",
          title: "Mug",
          quantity: 1,
          unit_amount: "10.71",
          subtotal: "9.00",
          discount_total: "1.00",
          tax_total: "1.71",
          tax_lines: [{ code: "vat", rate: "19", amount: "1.71" }],
          amount: "10.71",
          restock: "cancel",
          refundable_quantity: 4,
          refundable_amount: "42.84",
        },
        {
          kind: "shipping",
          shipping_method_id: "post",
          title: "Post",
          quantity: 0,
          unit_amount: "2.00",
          tax_total: "0.00",
          amount: "2.00",
          restock: "none",
          refundable_quantity: 1,
          refundable_amount: "5.00",
        },
      ],
      payments: [
        {
          payment_id: "pay_1",
          provider_id: "pp_stripe_stripe",
          amount: "8.00",
          refundable_amount: "8.00",
        },
        { payment_id: "pay_2", amount: "4.71", refundable_amount: "39.84" },
      ],
      warnings: [],
    })
  })

  it("gives an amount inside the line its part of tax and discount", () => {
    const order = mugOrder({ items: [taxed] })
    const plan = planOf(
      { items: [{ item_id: "mugs", amount: "21.42" }] },
      order
    )
    // Half of 42.84, with half of the net discount of 4.00.
    expect(plan.lines).toMatchObject([
      { quantity: 0, discount_total: "2.00", tax_total: "3.42" },
    ])
  })

  it("gives the units that are left where it says neither units nor amount", () => {
    const order = mugOrder({
      refunded_lines: [
        {
          kind: "item",
          line_id: "mugs",
          quantity: 1,
          amount: "15",
          tax_lines: [],
        },
      ],
    })
    // The 5.00 that were kept back on purpose stay back; with "all" they go.
    expect(planOf({ items: [{ item_id: "mugs" }] }, order)).toMatchObject({
      lines: [{ quantity: 3, amount: "60.00", refundable_amount: "65.00" }],
    })
    expect(planOf({ items: "all" }, order).amount).toBe("65.00")
  })

  it("gives goodwill and what is owed without tax, as one unit each", () => {
    const plan = planOf(
      {
        adjustment: { amount: "3", description: " Sorry " },
        outstanding: true,
      },
      mugOrder({ owed: "4.004" })
    )
    expect(plan.lines).toMatchObject([
      {
        kind: "adjustment",
        title: "Sorry",
        quantity: 1,
        unit_amount: "3.00",
        subtotal: "3.00",
        discount_total: "0.00",
        tax_total: "0.00",
        tax_lines: [],
        amount: "3.00",
        restock: "none",
        refundable_quantity: 1,
        refundable_amount: "85.00",
      },
      { kind: "outstanding", amount: "4.00", refundable_amount: "4.00" },
    ])
    expect(plan.amount).toBe("7.00")
  })

  it("leaves a payment out that a dispute blocks", () => {
    const order = mugOrder({
      payments: [
        paidBy("pay_1", "50", { refundable: false }),
        paidBy("pay_2", "35"),
      ],
    })
    expect(planOf({ shipping: "all" }, order)).toMatchObject({
      refundable_amount: "35.00",
      payments: [{ payment_id: "pay_2", amount: "5.00" }],
    })
  })

  it("of everything closes the gap to what the payments still hold", () => {
    const order = mugOrder({ payments: [paidBy("pay_1", "60")] })
    expect(planOf({ items: "all", shipping: "all" }, order)).toMatchObject({
      amount: "60.00",
      lines: [
        { amount: "80.00" },
        { amount: "5.00" },
        {
          kind: "adjustment",
          title: "Covered by other means",
          amount: "-25.00",
          refundable_amount: "0.00",
        },
      ],
      warnings: [{ code: "limited_to_payments" }],
    })
  })

  it("closes no gap where everything fits, or where it moves goods for nothing", () => {
    expect(planOf({ items: "all" }).warnings).toEqual([])
    const plan = planOf({
      items: [{ item_id: "mugs", quantity: 1, amount: "0", restock: "cancel" }],
    })
    expect(plan).toMatchObject({ amount: "0.00", payments: [], warnings: [] })
  })
})

describe("a line below zero", () => {
  // A voucher of 10.00 as a line: 75.00 were paid for 85.00.
  const voucher = {
    ...mugs,
    id: "voucher",
    title: "Voucher",
    unit_price: "-10",
    quantity: 1,
    fulfilled_quantity: 0,
  }
  const order = mugOrder({
    items: [mugs, voucher],
    payments: [paidBy("pay_1", "75")],
  })

  it("goes back with everything", () => {
    const plan = planOf({ items: "all", shipping: "all" }, order)
    expect(plan.lines.map(({ amount }) => amount)).toEqual([
      "80.00",
      "-10.00",
      "5.00",
    ])
  })

  it("closes the gap before anything else does, as far as it must", () => {
    const mugsAndPost = {
      items: [{ item_id: "mugs", quantity: 4 }],
      shipping: "all" as const,
    }
    const whole = planOf(mugsAndPost, order)
    expect(whole.amount).toBe("75.00")
    expect(whole.lines.at(-1)).toMatchObject({
      item_id: "voucher",
      quantity: 1,
      amount: "-10.00",
    })
    expect(whole.warnings).toEqual([])
    const inPart = planOf(
      { items: [{ item_id: "mugs", quantity: 4 }], limit_to_payments: true },
      order
    )
    expect(inPart.lines.at(-1)).toMatchObject({
      item_id: "voucher",
      quantity: 0,
      amount: "-5.00",
    })
  })

  it("leaves to other means what it does not explain", () => {
    const plan = planOf(
      {
        items: [{ item_id: "mugs", quantity: 4 }],
        limit_to_payments: true,
      },
      { ...order, payments: [paidBy("pay_1", "60")] }
    )
    expect(plan.lines.map(({ amount }) => amount)).toEqual([
      "80.00",
      "-10.00",
      "-10.00",
    ])
    expect(plan.lines.at(-1)?.kind).toBe("adjustment")
  })
})

describe("the hash of a plan", () => {
  const one: RefundRequest = { items: [{ item_id: "mugs", quantity: 1 }] }
  const hash = (request: RefundRequest, order?: OrderSnapshot) =>
    planOf(request, order).hash

  it("is the same for the same outcome, however it was asked for", () => {
    expect(hash(one)).toMatch(/^[0-9a-f]{64}$/)
    const sameAmount = { items: [{ item_id: "mugs", quantity: 1, amount: 20 }] }
    expect(hash(sameAmount)).toBe(hash(one))
  })

  it.each<[string, RefundRequest, Partial<OrderSnapshot>]>([
    ["order", one, { order_id: "order_2" }],
    ["currency", one, { currency_code: "usd" }],
    ["amount", { items: [{ item_id: "mugs", quantity: 1, amount: "19" }] }, {}],
    ["number of units", { items: [{ item_id: "mugs", amount: "20" }] }, {}],
    [
      "place of the goods",
      { items: [{ item_id: "mugs", quantity: 1, restock: "cancel" }] },
      {},
    ],
    [
      "payment",
      { ...one, payments: [{ payment_id: "pay_2", amount: "20" }] },
      {},
    ],
    [
      "share of tax",
      one,
      { items: [{ ...mugs, tax_lines: [{ code: "vat", rate: "7" }] }] },
    ],
  ])("is another one for another %s", (_, request, more) => {
    expect(hash(request, mugOrder(more))).not.toBe(hash(one))
  })

  it("is another one for goodwill with another reason", () => {
    const goodwill = (description: string) =>
      hash({ adjustment: { amount: "5", description } })
    expect(goodwill("Late")).not.toBe(goodwill("Scratched"))
  })
})

describe("what is left of an order", () => {
  const order = mugOrder({
    items: [{ ...mugs, fulfilled_quantity: 3, came_back_quantity: 1 }],
    refunded_lines: [
      {
        kind: "item",
        line_id: "mugs",
        quantity: 2,
        amount: "38",
        tax_lines: [],
      },
      {
        kind: "shipping",
        line_id: "mugs",
        quantity: 1,
        amount: "1",
        tax_lines: [],
      },
    ],
    payments: [
      paidBy("pay_1", "50", { refunded: "38" }),
      paidBy("pay_2", "35", { refundable: false }),
    ],
  })

  it("is told line by line, with the units that can move", () => {
    expect(refundableLines(order)).toEqual([
      {
        kind: "item",
        line_id: "mugs",
        title: "Mug",
        refundable_quantity: 2,
        refundable_amount: "42.00",
        refunded_quantity: 2,
        refunded_amount: "38.00",
        cancelable_quantity: 1,
        returnable_quantity: 2,
      },
      {
        kind: "shipping",
        line_id: "post",
        title: "Post",
        refundable_quantity: 1,
        refundable_amount: "5.00",
        refunded_quantity: 0,
        refunded_amount: "0.00",
        cancelable_quantity: 0,
        returnable_quantity: 0,
      },
    ])
  })

  it("is told payment by payment, and all that can be refunded now", () => {
    expect(refundablePayments(order)).toEqual({
      refundable_amount: "12.00",
      payments: [
        { payment_id: "pay_1", refundable_amount: "12.00" },
        { payment_id: "pay_2", refundable_amount: "35.00" },
      ],
    })
  })

  it("is never less than nothing", () => {
    const spent = mugOrder({
      items: [{ ...mugs, quantity: 1, fulfilled_quantity: 2 }],
      payments: [paidBy("pay_1", "5", { refunded: "4", reserved: "3" })],
      refunded_lines: order.refunded_lines,
    })
    expect(refundableLines(spent)[0]).toMatchObject({
      refundable_quantity: 0,
      refundable_amount: "0.00",
      cancelable_quantity: 0,
      returnable_quantity: 0,
    })
    expect(refundablePayments(spent).payments[0]?.refundable_amount).toBe(
      "0.00"
    )
  })
})

describe("a payment that cannot be refunded", () => {
  const message = (more: Parameters<typeof paidBy>[2]) =>
    paymentRefusal(paidBy("pay_1", "50", { refundable: false, ...more }))

  it("is disputed, or its dispute was lost, or nobody can move its money", () => {
    const dispute = { id: "du_1", status: "lost" }
    expect(message({ dispute })).toMatchObject({
      code: "payment_disputed",
      message: expect.stringContaining("was lost"),
      details: { payment_ids: ["pay_1"], dispute_ids: ["du_1"] },
    })
    expect(message({})).toMatchObject({
      code: "payment_disputed",
      message: expect.stringContaining("Answer the dispute first"),
      details: { payment_ids: ["pay_1"] },
    })
    expect(message({ provider_missing: true }).code).toBe(
      "payment_provider_missing"
    )
  })
})
