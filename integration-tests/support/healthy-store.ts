import {
  capturePaymentWorkflow,
  markPaymentCollectionAsPaid,
  refundPaymentWorkflow,
} from "@medusajs/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { randomUUID } from "node:crypto"
import { setTimeout as wait } from "node:timers/promises"
import type { AdminCreateOrderRefund, OrderRefundDTO } from "../../src/types"
import { collectionsOf } from "../http/edits/support/collections"
import { readBooks } from "./books"
import {
  createPaidOrder,
  type PaidOrder,
  type PaymentRecipe,
} from "./paid-order"
import { useNativeRefundRoute } from "./plugin-options"
import { BASKET, BASKET_TOTAL } from "./recipes"
import type { HttpClient, RefundsApi } from "./refunds-api"
import { deliverAll } from "./stripe-webhooks"
import type { TestStripe } from "./test-stripe"

type World = {
  api: HttpClient
  container: MedusaContainer
  stripe: TestStripe
  refunds: RefundsApi
}

const CAP = (order: PaidOrder) => ({
  items: [{ item_id: String(order.items[1]?.id), quantity: 1 }],
})
const GOODWILL = { adjustment: { amount: "7.77", description: "late" } }

/**
 * A store whose refunds have lived, and whose books are right: one order for
 * every way in which money can go back.
 *
 * @returns the orders by what happened to them
 */
export async function makeHealthyStore(
  world: World
): Promise<Record<string, PaidOrder>> {
  const { container, stripe, refunds, api } = world
  const pay = (
    payments: PaymentRecipe[] = [{ amount: BASKET_TOTAL }],
    recipe: Parameters<typeof createPaidOrder>[2] = BASKET
  ) => createPaidOrder(container, stripe, recipe, payments)
  const delivered = () => deliverAll(container, stripe, api)
  const refund = async (order: PaidOrder, body: AdminCreateOrderRefund) => {
    const { status, data } = await refunds.create(order.id, body)
    expect([status, data.message]).toEqual([200, undefined])
    return data.order_refund
  }
  const atStripe = ({ transactions }: OrderRefundDTO) =>
    String(transactions.at(-1)?.stripe_refund_id)
  const act = async (id: string, action: string, body: object = {}) => {
    const { status } = await refunds.post<object>(
      `/admin/order-refunds/${id}/${action}`,
      body
    )
    expect(status).toBe(200)
  }
  const inDashboard = (order: PaidOrder, amount?: number) =>
    stripe.control.refundInDashboard({
      payment_intent: String(order.payments[0]?.payment_intent),
      ...(amount ? { amount } : {}),
    })
  const historyHas = async ({ id }: PaidOrder, count: number) => {
    for (let attempt = 0; attempt < 200; attempt++) {
      const { order_refunds } = await refunds.overview(id)
      if (order_refunds.length >= count) {
        return
      }
      await wait(50)
    }
    throw new Error(`Order ${id} never had ${count} refunds.`)
  }
  const native = async (order: PaidOrder, amount: number, count: number) => {
    await refundPaymentWorkflow(container).run({
      input: { payment_id: String(order.payments[0]?.id), amount },
    })
    await historyHas(order, count)
  }
  const failedLater = async (order: PaidOrder) => {
    const made = await refund(order, CAP(order))
    stripe.control.failRefund(atStripe(made))
    await delivered()
    return made
  }
  const editAtMedusa = async (order: PaidOrder, quantity: number) => {
    const { admin } = refunds
    const edit = `/admin/order-edits/${order.id}`
    await api.post("/admin/order-edits", { order_id: order.id }, admin)
    const item = `${edit}/items/item/${order.items[1]?.id}`
    await api.post(item, { quantity }, admin)
    await api.post(`${edit}/request`, {}, admin)
    const { status } = await api.post(`${edit}/confirm`, {}, admin)
    expect(status).toBe(200)
  }

  const cancelled = (order: PaidOrder): AdminCreateOrderRefund => ({
    items: [
      { item_id: String(order.items[1]?.id), quantity: 1, restock: "cancel" },
    ],
  })
  const edit = async (
    order: PaidOrder,
    { quantity, settle }: { quantity: number; settle?: "link" | "later" }
  ) => {
    const { status, data } = await refunds.post<object>(
      `/admin/orders/${order.id}/edits`,
      {
        items: [{ item_id: String(order.items[1]?.id), quantity }],
        ...(settle ? { settle } : {}),
      },
      randomUUID()
    )
    expect([status, data.message]).toEqual([200, undefined])
  }
  const owes = async (order: PaidOrder, amount: string) =>
    expect(await readBooks(container, stripe, order)).toMatchObject({
      pending_difference: amount,
    })
  const payLink = async (order: PaidOrder) => {
    const [due] = (await collectionsOf(container, order.id)).filter(
      ({ status }) => status === "not_paid"
    )
    await markPaymentCollectionAsPaid(container).run({
      input: {
        order_id: order.id,
        payment_collection_id: String(due?.id),
      },
    })
  }

  const orders: Record<string, PaidOrder> = {}
  const make = async (
    name: string,
    live: (order: PaidOrder) => Promise<unknown>,
    order: Promise<PaidOrder> = pay()
  ) => {
    const made = await order
    orders[name] = made
    await live(made)
  }
  await make("untouched", async () => {})
  await make(
    "authorised",
    async () => {},
    pay([{ amount: 50, capture: false }])
  )
  await make(
    "released",
    async (order) => {
      const path = `/admin/orders/${order.id}/release`
      const everything = { items: "all", shipping: "all" }
      const { status } = await refunds.post<object>(path, everything)
      expect(status).toBe(200)
    },
    pay([{ amount: BASKET_TOTAL, capture: false }])
  )
  await make("partial", async (order) => {
    await refund(order, CAP(order))
    await refund(order, { shipping: "all" })
    await refund(order, GOODWILL)
  })
  await make("everything", (order) =>
    refund(order, { items: "all", shipping: "all" })
  )
  await make("declined", async (order) => {
    stripe.control.addFault({
      method: "POST",
      path: "/v1/refunds",
      effect: "decline",
      error: {
        status: 400,
        code: "charge_not_refundable",
        message: "This charge cannot be refunded any more.",
      },
    })
    const { status } = await refunds.create(order.id, CAP(order))
    stripe.control.clearFaults()
    expect(status).toBe(422)
  })
  await make("failed", failedLater)
  await make("retried", async (order) =>
    act((await failedLater(order)).id, "retry")
  )
  await make("settled", async (order) =>
    act((await failedLater(order)).id, "settle", { reference: "SEPA 4711" })
  )
  await make("withdrawn", async (order) =>
    act((await failedLater(order)).id, "withdraw")
  )
  await make(
    "pending",
    (order) => refund(order, CAP(order)),
    pay([{ amount: BASKET_TOTAL, payment_method: "pm_card_pendingRefund" }])
  )
  await make(
    "cancelled by the merchant",
    async (order) => {
      const made = await refund(order, CAP(order))
      stripe.control.requireAction(atStripe(made))
      await delivered()
      await act(made.id, "cancel")
    },
    pay([{ amount: BASKET_TOTAL, payment_method: "pm_card_pendingRefund" }])
  )
  await make("outside", async (order) => {
    inDashboard(order, 2500)
    await delivered()
  })
  await make("outside, everything", async (order) => {
    await refund(order, { shipping: "all" })
    inDashboard(order)
    await delivered()
  })
  await make("outside, failed", async (order) => {
    const { id } = inDashboard(order, 2500)
    await delivered()
    stripe.control.failRefund(id)
    await delivered()
  })
  await make("native", async (order) => {
    await native(order, 25, 1)
    await refund(order, CAP(order))
    await native(order, 3.335, 3)
  })
  await make("edited", async (order) => {
    await editAtMedusa(order, 1)
    await refund(order, { outstanding: true })
  })
  await make("edited, owed", async (order) => {
    await refund(order, { shipping: "all" })
    await editAtMedusa(order, 1)
  })
  await make("cancelled, bought again", async (order) => {
    await refund(order, cancelled(order))
    await edit(order, { quantity: 2, settle: "link" })
    await owes(order, "30")
  })
  await make("cancelled, bought again, paid by a link", async (order) => {
    await refund(order, cancelled(order))
    await edit(order, { quantity: 2, settle: "link" })
    await payLink(order)
    await owes(order, "0")
  })
  await make("cancelled, bought again after a failed refund", async (order) => {
    await failedLater(order)
    await refund(order, cancelled(order))
    await editAtMedusa(order, 2)
    await owes(order, "0")
  })
  await make("edited down, up and down again", async (order) => {
    await edit(order, { quantity: 1 })
    await edit(order, { quantity: 3, settle: "link" })
    await edit(order, { quantity: 1 })
    await edit(order, { quantity: 2, settle: "later" })
    await owes(order, "30")
  })
  await make("edited down, a failed refund of it, up again", async (order) => {
    await edit(order, { quantity: 1 })
    const [made] = (await refunds.overview(order.id)).order_refunds
    if (!made) {
      throw new Error(`The edit of ${order.id} refunded nothing.`)
    }
    stripe.control.failRefund(atStripe(made))
    await delivered()
    await editAtMedusa(order, 2)
  })
  await make("refunded, edited up", async (order) => {
    await refund(order, CAP(order))
    await edit(order, { quantity: 4, settle: "link" })
    await owes(order, "60")
  })
  await make("refunded by Medusa, edited up", async (order) => {
    await native(order, 25, 1)
    await edit(order, { quantity: 3, settle: "link" })
    await owes(order, "30")
  })
  await make("failed, paid in cash, edited up", async (order) => {
    const { id } = await failedLater(order)
    await act(id, "settle", { reference: "cash" })
    await edit(order, { quantity: 3, settle: "later" })
    await owes(order, "30")
  })
  await make("cancelled, withdrawn, bought again", async (order) => {
    const { id } = await refund(order, cancelled(order))
    const [made] = (await refunds.overview(order.id)).order_refunds
    stripe.control.failRefund(atStripe(made as OrderRefundDTO))
    await delivered()
    await act(id, "withdraw")
    await edit(order, { quantity: 2, settle: "later" })
  })
  await make(
    "captured in two parts",
    async (order) => {
      for (const amount of [50, 75.4143]) {
        await capturePaymentWorkflow(container).run({
          input: { payment_id: String(order.payments[0]?.id), amount },
        })
      }
      await refund(order, CAP(order))
    },
    pay([{ amount: BASKET_TOTAL, capture: false }])
  )
  await make("edited, paid by Medusa", async (order) => {
    await editAtMedusa(order, 1)
    await native(order, 30, 1)
  })
  for (const route of ["safe", "core"] as const) {
    await make(`order cancelled (${route})`, async (order) => {
      useNativeRefundRoute(container, route)
      await refund(order, CAP(order))
      const path = `/admin/orders/${order.id}/cancel`
      expect((await refunds.post(path, {})).status).toBe(200)
      await historyHas(order, 2)
      useNativeRefundRoute(container, "safe")
    })
  }
  await make(
    "two payments",
    (order) => refund(order, { items: "all", shipping: "all" }),
    pay([{ amount: 100 }, { amount: BASKET_TOTAL - 100 }])
  )
  await make(
    "another provider",
    async (order) => {
      await refund(order, CAP(order))
      await native(order, 10, 2)
    },
    pay([{ amount: BASKET_TOTAL, provider: "system" }])
  )
  await make(
    "a charge without intent",
    (order) => refund(order, CAP(order)),
    pay([{ amount: BASKET_TOTAL, legacy: true }])
  )
  await make("disputed, lost in part", async (order) => {
    await refund(order, { shipping: "all" })
    const { id } = stripe.control.openDispute({
      payment_intent: String(order.payments[0]?.payment_intent),
    })
    stripe.control.loseDispute(id)
    await delivered()
  })
  for (const [currency_code, unit_price] of [
    ["jpy", 1000],
    ["kwd", 3.335],
    ["huf", 999.5],
  ] as const) {
    await make(
      currency_code,
      async (order) => {
        await refund(order, {
          items: [{ item_id: String(order.items[0]?.id), quantity: 1 }],
        })
        inDashboard(order)
        await delivered()
      },
      pay([{ amount: unit_price * 3 }], {
        currency_code,
        items: [{ title: "Tea", quantity: 3, unit_price }],
      })
    )
  }
  await delivered()
  return orders
}
