import {
  cancelBeginOrderEditWorkflow,
  refundPaymentWorkflow,
} from "@medusajs/core-flows"
import { Modules } from "@medusajs/framework/utils"
import type { PaidOrder } from "../../../../support/paid-order"
import type { World } from "../story"

/** Quantities by line of the order. */
type Quantities = Record<number, number>

/** What is sent out: units of a line's product, at a price. */
type Outbound = { item?: number; quantity: number; unit_price: number }

/** What Medusa's own screens do: its routes, and its workflows for the warehouse. */
export function atMedusa(
  { container, refunds, store, products }: World,
  order: PaidOrder
) {
  const item = (index: number | string) => String(order.items[+index]?.id)
  const units = (quantities: Quantities) =>
    Object.entries(quantities).map(([index, quantity]) => ({
      id: item(index),
      quantity,
    }))
  const post = async (path: string, body: object = {}) => {
    const { status, data } = await refunds.post<Answer>(path, body)
    expect([path, status, data.message]).toEqual([path, 200, undefined])
    return data
  }
  const newest = async () => (await store.returns(order)).at(-1)
  let exchange_id = ""
  let claim_id = ""

  /** Changes lines one after the other, and confirms. */
  async function editLines(changes: { id: string; body: object }[]) {
    const path = `/admin/order-edits/${order.id}`
    await post("/admin/order-edits", { order_id: order.id })
    for (const { id, body } of changes) {
      await post(`${path}/items/item/${id}`, body)
    }
    await post(`${path}/request`)
    await post(`${path}/confirm`)
  }

  /** Claims and exchanges take goods back, and send others, in the same way. */
  async function swap(path: string, back: Quantities, out: Outbound[]) {
    if (Object.keys(back).length) {
      await post(`${path}/inbound/items`, {
        location_id: store.location_id,
        items: units(back),
      })
    }
    if (out.length) {
      await post(`${path}/outbound/items`, {
        items: out.map(({ item: index = 0, ...rest }) => ({
          variant_id: products[index]?.variant_id,
          ...rest,
        })),
      })
    }
    await post(`${path}/request`)
  }

  return {
    ship: (quantity: number, index = 0) =>
      store.ship(order, units({ [index]: quantity })),
    requestReturn: async (quantity: number, index = 0) => {
      await store.requestReturn(order, units({ [index]: quantity }))
    },
    /** Receives units of the newest return; our refunds open returns, too. */
    receive: async (quantity: number, index = 0) =>
      store.receive(await newest(), units({ [index]: quantity })),
    /** They came back damaged: not on the shelf. */
    dismiss: async (quantity: number, index = 0) =>
      store.receive(await newest(), [], units({ [index]: quantity })),
    returns: () => store.returns(order),
    cancelReturn: async () => store.cancelReturn(await newest()),
    /** Medusa's own order edit: what the lines become. */
    edit: (quantities: Quantities) =>
      editLines(
        units(quantities).map(({ id, quantity }) => ({
          id,
          body: { quantity },
        }))
      ),
    /** The merchant clicks more than once before they confirm. */
    editInSteps: (index: number, quantities: number[]) =>
      editLines(
        quantities.map((quantity) => ({ id: item(index), body: { quantity } }))
      ),
    /** The same number of units at another price. */
    reprice: (quantity: number, unit_price: number, index = 0) =>
      editLines([{ id: item(index), body: { quantity, unit_price } }]),
    /** More than the warehouse has: Medusa refuses, and the edit is given up. */
    async editTooFar(quantities: Quantities) {
      await expect(this.edit(quantities)).rejects.toThrow(/Not enough stock/)
      await cancelBeginOrderEditWorkflow(container).run({
        input: { order_id: order.id },
      })
    },
    /** Takes goods back, and sends others. */
    async exchange(back: Quantities, out: Outbound[]) {
      const { exchange } = await post("/admin/exchanges", {
        order_id: order.id,
      })
      exchange_id = String(exchange?.id)
      await swap(`/admin/exchanges/${exchange_id}`, back, out)
    },
    cancelExchange: async () => {
      await post(`/admin/exchanges/${exchange_id}/cancel`)
    },
    /** The customer complains about units, which come back or do not. */
    async claim(
      type: "refund" | "replace",
      claimed: Quantities,
      back: Quantities = {},
      out: Outbound[] = []
    ) {
      const { claim } = await post("/admin/claims", {
        order_id: order.id,
        type,
      })
      claim_id = String(claim?.id)
      const path = `/admin/claims/${claim_id}`
      await post(`${path}/claim-items`, { items: units(claimed) })
      await swap(path, back, out)
    },
    cancelClaim: async () => {
      await post(`/admin/claims/${claim_id}/cancel`)
    },
    /** Medusa's own refund workflow, as other plugins use it. */
    async refundNatively(amount: number, payment = 0) {
      await refundPaymentWorkflow(container).run({
        input: { payment_id: String(order.payments[payment]?.id), amount },
      })
    },
    /** Medusa's credit line; below zero it takes away. */
    async credit(amount: number) {
      await container
        .resolve(Modules.WORKFLOW_ENGINE)
        .run("create-order-refund-credit-lines", {
          input: { order_id: order.id, amount },
        })
    },
    cancelOrder: async () => {
      await post(`/admin/orders/${order.id}/cancel`)
    },
  }
}

type Answer = {
  message?: string
  exchange?: { id: string }
  claim?: { id: string }
}
