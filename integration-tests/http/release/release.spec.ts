import {
  beginOrderEditOrderWorkflow,
  capturePaymentWorkflow,
} from "@medusajs/core-flows"
import type {
  AdminOrderReleaseDetailResponse,
  AdminOrderReleaseListResponse,
} from "../../../src/types"
import { check, codesOf } from "../../support/refund-checks"
import { describeReleases } from "./support/release-shop"

describeReleases("releasing authorised money", (shop) => {
  const { books, buy, container, itemOf, units } = shop

  const expectRefusal = async (
    order: { id: string },
    body: object,
    status: number,
    code: string
  ) => {
    for (const ask of [shop.lab.preview, shop.lab.release]) {
      const answer = await ask(order.id, body)
      expect([answer.status, answer.data.code]).toEqual([status, code])
    }
    expect(await shop.lab.rows(order.id)).toEqual([])
  }

  const list = (orderId: string, query = "") =>
    shop.lab.refunds.get<AdminOrderReleaseListResponse>(
      `/admin/orders/${orderId}/release${query}`
    )

  it("captures less for a part, takes its units off, and owes nothing", async () => {
    const order = await buy()
    const preview = await shop.lab.preview(order.id, units(order))
    expect([preview.status, preview.data.message]).toEqual([200, undefined])
    expect(preview.data.release_plan).toMatchObject({
      kind: "capture_less",
      authorized: "65.41",
      released: "19.82",
      capture_amount: "45.59",
    })
    const { status, data } = await shop.lab.release(order.id, {
      ...units(order),
      plan_hash: preview.data.release_plan.hash,
    })
    expect([status, data.message]).toEqual([200, undefined])
    expect(data.order_release).toMatchObject({
      status: "succeeded",
      released: "19.82",
      capture_amount: "45.59",
      payments: [{ action: "capture", status: "succeeded" }],
    })
    expect(await books(order)).toEqual({
      payment_status: "captured",
      pending: "0",
      captures: ["45.59"],
      transactions: ["45.59"],
      collections: [
        { status: "completed", amount: "45.59", captured: "45.59" },
      ],
      stripe: [["succeeded", 4559]],
      credit_lines: ["0.0028666666666666666819"],
      active_change: false,
    })
    expect(await shop.store.reserved(itemOf(order))).toBe(2)
    expect(await shop.store.shelf(shop.shirt)).toEqual({
      stocked: 10,
      reserved: 2,
    })
  })

  it("tells of each step in its audit trail", async () => {
    const order = await buy()
    const { data } = await shop.lab.release(order.id, units(order))
    const { id, payments } = data.order_release
    const one = await shop.lab.refunds.get<AdminOrderReleaseDetailResponse>(
      `/admin/orders/${order.id}/release/${id}`
    )
    const { audit_trail, ...release } = one.data.order_release
    expect(release).toEqual(data.order_release)
    const payment = payments[0]?.id
    expect(
      audit_trail.map((entry) => [
        entry.action,
        entry.order_release_payment_id,
        entry.to_status,
      ])
    ).toEqual([
      ["reserved", null, "processing"],
      ["submitting", payment, "submitting"],
      ["gateway_accepted", payment, "succeeded"],
      ["booked", null, "succeeded"],
    ])
  })

  it("voids the payment and cancels the order for everything", async () => {
    const order = await buy()
    const { status, data } = await shop.lab.release(order.id, {
      items: [{ item_id: itemOf(order), quantity: 3 }],
      shipping: [{ shipping_method_id: order.shipping_methods[0]?.id }],
    })
    expect([status, data.message]).toEqual([200, undefined])
    expect(data.order_release).toMatchObject({
      kind: "void",
      status: "succeeded",
      capture_amount: "0.00",
      payments: [{ action: "cancel", status: "succeeded" }],
    })
    expect(await books(order)).toMatchObject({
      payment_status: "canceled",
      captures: [],
      transactions: [],
      collections: [{ status: "canceled" }],
      stripe: [["canceled", 0]],
    })
    expect(await shop.store.reserved(itemOf(order))).toBe(0)
    expect(await shop.lab.release(order.id, { items: "all" })).toMatchObject({
      data: { code: "order_canceled" },
    })
  })

  it("takes released shipping off the order, which nobody can refund later", async () => {
    const order = await buy()
    const { status, data } = await shop.lab.release(order.id, {
      ...units(order),
      shipping: "all",
    })
    expect([status, data.message]).toEqual([200, undefined])
    expect(data.order_release).toMatchObject({ capture_amount: "39.64" })
    expect(await books(order)).toMatchObject({
      payment_status: "captured",
      pending: "0",
      stripe: [["succeeded", 3964]],
    })
    const { shipping, summary } = await shop.lab.refunds.overview(order.id)
    expect(shipping).toEqual([])
    expect(summary).toMatchObject({ captured: "39.64", owed: "0.00" })
  })

  it("leaves an order that refunds go on from", async () => {
    const order = await buy()
    await shop.lab.release(order.id, units(order))
    const one = await shop.lab.refunds.create(order.id, units(order))
    expect(one.data.order_refund).toMatchObject({
      status: "succeeded",
      amount: "19.82",
    })
    const rest = await shop.lab.refunds.create(order.id, {
      items: "all",
      shipping: "all",
    })
    expect(rest.data.order_refund).toMatchObject({
      status: "succeeded",
      amount: "25.77",
    })
    expect(await books(order)).toMatchObject({
      payment_status: "refunded",
      pending: "0",
      captures: ["45.59"],
    })
  })

  it("gives from the last payment first, and cancels one that falls to zero", async () => {
    const order = await buy({ amount: 50 }, { amount: 15.4143 })
    const { data } = await shop.lab.release(order.id, units(order))
    expect(data.order_release).toMatchObject({
      status: "succeeded",
      payments: [
        { action: "capture", capture_amount: "45.59", released: "4.41" },
        { action: "cancel", capture_amount: "0.00", released: "15.41" },
      ],
    })
    expect(await books(order)).toMatchObject({
      payment_status: "captured",
      pending: "0",
      captures: ["45.59"],
      transactions: ["45.59"],
      stripe: [
        ["succeeded", 4559],
        ["canceled", 0],
      ],
    })
  })

  it("answers the same key with the first release, and another request with a conflict", async () => {
    const order = await buy()
    const first = await shop.lab.release(order.id, units(order), "key-1")
    const again = await shop.lab.release(order.id, units(order), "key-1")
    expect(again.status).toBe(200)
    expect(again.data.order_release.id).toBe(first.data.order_release.id)
    const other = await shop.lab.release(order.id, units(order, 2), "key-1")
    expect([other.status, other.data.code]).toEqual([
      409,
      "idempotency_key_reused",
    ])
    expect((await books(order)).stripe).toEqual([["succeeded", 4559]])
  })

  it("shows a plan without writing anything", async () => {
    const order = await buy()
    const before = await books(order)
    expect((await shop.lab.preview(order.id, units(order))).status).toBe(200)
    expect(await books(order)).toEqual(before)
    expect(await shop.lab.rows(order.id)).toEqual([])
  })

  it("refuses an order that does not exist, and bodies that make no sense", async () => {
    const order = await buy()
    await expectRefusal(
      { id: "order_none" },
      { items: "all" },
      404,
      "order_not_found"
    )
    await expectRefusal(order, { amount: 5 }, 400, "invalid_request")
    await expectRefusal(order, { items: [{}] }, 400, "invalid_request")
    await expectRefusal(order, {}, 400, "nothing_to_refund")
  })

  it("refuses what was captured already: that is refunded", async () => {
    const order = await buy()
    await capturePaymentWorkflow(container()).run({
      input: { payment_id: String(order.payments[0]?.id) },
    })
    await expectRefusal(order, units(order), 400, "order_already_captured")
  })

  it("refuses while an edit is open", async () => {
    const order = await buy()
    await beginOrderEditOrderWorkflow(container()).run({
      input: { order_id: order.id },
    })
    await expectRefusal(order, units(order), 409, "order_has_active_change")
  })

  it("refuses units that were shipped, and takes only the others for all", async () => {
    const order = await buy()
    await shop.store.ship(order, [{ id: itemOf(order), quantity: 2 }])
    await expectRefusal(
      order,
      units(order, 2),
      400,
      "quantity_exceeds_refundable"
    )
    const { data } = await shop.lab.release(order.id, { items: "all" })
    expect(data.order_release).toMatchObject({
      kind: "capture_less",
      status: "succeeded",
      lines: [{ quantity: 1 }],
      released: "19.82",
    })
    expect(await shop.store.shelf(shop.shirt)).toEqual({
      stocked: 8,
      reserved: 0,
    })
  })

  it("refuses another plan than the merchant saw", async () => {
    const order = await buy()
    const { status, data } = await shop.lab.release(order.id, {
      ...units(order),
      plan_hash: "the hash of another plan",
    })
    expect([status, data.code]).toEqual([409, "plan_changed"])
    expect(data.details).toMatchObject({
      release_plan: { released: "19.82" },
    })
    expect((await books(order)).stripe).toEqual([["requires_capture", 0]])
  })

  it("carries out one of two that come at the same moment", async () => {
    const order = await buy()
    const answers = await Promise.all([
      shop.lab.release(order.id, units(order)),
      shop.lab.release(order.id, units(order, 2)),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    expect(answers.flatMap(({ data }) => data.code ?? [])).toEqual([
      "order_already_captured",
    ])
    expect((await books(order)).captures).toHaveLength(1)
  })

  it.each(["system", "bank"] as const)(
    "captures less and voids at another provider, and says what it cannot know: %s",
    async (provider) => {
      const order = await buy({ provider })
      const preview = await shop.lab.preview(order.id, units(order))
      expect(preview.data.release_plan.warnings).toMatchObject([
        { code: "rest_not_released" },
      ])
      const part = await shop.lab.release(order.id, units(order))
      expect(part.data.order_release).toMatchObject({
        status: "succeeded",
        capture_amount: "45.59",
      })
      expect(await books(order)).toMatchObject({
        payment_status: "captured",
        pending: "0",
        captures: ["45.59"],
        transactions: ["45.59"],
      })
      const other = await buy({ provider })
      const all = await shop.lab.release(other.id, {
        items: "all",
        shipping: "all",
      })
      expect(all.data.order_release).toMatchObject({
        kind: "void",
        status: "succeeded",
      })
      expect(await books(other)).toMatchObject({
        payment_status: "canceled",
        captures: [],
      })
    }
  )

  it("leaves books in which a check finds nothing", async () => {
    const order = await buy()
    await shop.lab.release(order.id, { ...units(order), shipping: "all" })
    await shop.lab.refunds.create(order.id, units(order))
    expect(codesOf(await check(container(), { order_id: order.id }))).toEqual(
      []
    )
  })

  it("is found later, newest first, the refused one too", async () => {
    const order = await buy()
    expect((await list(order.id)).data).toEqual({
      order_releases: [],
      count: 0,
      offset: 0,
      limit: 20,
    })
    shop.stripe.control.addFault({
      method: "POST",
      path: /\/capture$/,
      effect: "decline",
      error: { status: 402, code: "expired_card", message: "It expired." },
    })
    expect((await shop.lab.release(order.id, units(order))).status).toBe(422)
    const second = await shop.lab.release(order.id, units(order, 2))
    const { data } = await list(order.id)
    expect(data).toMatchObject({ count: 2, offset: 0, limit: 20 })
    expect(data.order_releases[0]).toEqual(second.data.order_release)
    expect(data.order_releases[1]).toMatchObject({
      status: "failed",
      released: "19.82",
      payments: [{ status: "failed", failure_reason: "It expired." }],
    })
    expect(JSON.stringify(data)).not.toMatch(/pi_|request_hash|idempotency/)
    const rest = await list(order.id, "?limit=1&offset=1")
    expect(rest.data).toMatchObject({
      order_releases: [data.order_releases[1]],
      count: 2,
    })
    expect((await list((await buy()).id)).data.count).toBe(0)
  })

  it("is read of an order that exists, by a query that makes sense", async () => {
    const order = await buy()
    for (const [id, query, status, code] of [
      ["order_none", "", 404, "order_not_found"],
      [order.id, "?offset=-1", 400, "invalid_request"],
      [order.id, "?kind=void", 400, "invalid_request"],
    ] as const) {
      const answer = await list(id, query)
      expect([answer.status, answer.data.code]).toEqual([status, code])
    }
  })

  describe("in currencies of other decimals", () => {
    /** Three for 9.999 and shipping for 0.5: Medusa's Stripe provider holds 10.500. */
    const DINARS = {
      currency_code: "kwd",
      items: [{ title: "Shirt", quantity: 3, unit_price: 3.333 }],
      shipping_methods: [{ name: "Standard", amount: 0.5 }],
    }
    /** Three less 100, 10 % on top, and shipping: 1488.9, of which 1489 are held. */
    const YEN = {
      currency_code: "jpy",
      items: [
        {
          title: "Shirt",
          quantity: 3,
          unit_price: 333,
          tax_lines: [{ code: "vat", rate: 10 }],
          adjustments: [{ code: "HUNDRED", amount: 100 }],
        },
      ],
      shipping_methods: [{ name: "Standard", amount: 500 }],
    }

    it.each([
      {
        recipe: DINARS,
        total: 10.499,
        held: 10500,
        plan: ["10.500", "3.330", "7.170"],
        captured: { minor: 7170, amount: "7.17" },
      },
      {
        recipe: YEN,
        total: 1488.9,
        held: 1489,
        plan: ["1489", "330", "1159"],
        captured: { minor: 1159, amount: "1159" },
      },
    ])(
      "captures what is left of a part, and voids everything: $recipe.currency_code",
      async ({ recipe, total, held, plan, captured }) => {
        const payments = [{ amount: total }]
        const order = await shop.sell(recipe, payments)
        const intents = () =>
          shop.stripe.client.paymentIntents.retrieve(
            String(order.payments[0]?.payment_intent)
          )
        expect((await intents()).amount).toBe(held)
        const { data } = await shop.lab.release(order.id, units(order))
        const { authorized, released, capture_amount } = data.order_release
        expect([authorized, released, capture_amount]).toEqual(plan)
        expect(await books(order)).toMatchObject({
          payment_status: "captured",
          captures: [captured.amount],
          transactions: [captured.amount],
          collections: [
            {
              status: "completed",
              amount: captured.amount,
              captured: captured.amount,
            },
          ],
          stripe: [["succeeded", captured.minor]],
        })
        expect(
          codesOf(await check(container(), { order_id: order.id }))
        ).toEqual([])
        const rest = await shop.lab.refunds.create(order.id, {
          items: "all",
          shipping: "all",
        })
        expect(rest.data.order_refund).toMatchObject({
          status: "succeeded",
          amount: capture_amount,
        })

        const other = await shop.sell(recipe, payments)
        const all = await shop.lab.release(other.id, {
          items: "all",
          shipping: "all",
        })
        expect(all.data.order_release).toMatchObject({
          kind: "void",
          status: "succeeded",
          released: authorized,
        })
        expect(await books(other)).toMatchObject({
          payment_status: "canceled",
          captures: [],
          stripe: [["canceled", 0]],
        })
      }
    )
  })
})
