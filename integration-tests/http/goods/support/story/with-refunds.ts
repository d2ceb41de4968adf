import type {
  AdminCreateOrderRefund,
  OrderRefundDTO,
  RefundErrorResponse,
} from "../../../../../src/types"
import type { PaidOrder } from "../../../../support/paid-order"
import type { World } from "../story"
import { deliverOwn } from "./deliver-own"

/** A line of the order, how much of it, and what happens to it. Default: the first one. */
export type Part = {
  item?: number
  quantity?: number
  amount?: string
  restock?: "none" | "cancel" | "return"
}

type Rest = Omit<AdminCreateOrderRefund, "items">

/** What a merchant does with refunds: our own routes. */
export function withRefunds(world: World, order: PaidOrder) {
  const { stripe, refunds } = world
  const made: OrderRefundDTO[] = []
  const itemsOf = (parts: Part[]) =>
    parts.map(({ item = 0, ...part }) => ({
      item_id: String(order.items[item]?.id),
      ...part,
    }))
  const bodyOf = (parts: Part[] | "all", rest: Rest) => ({
    ...(parts === "all" ? { items: parts } : {}),
    ...(parts !== "all" && parts.length ? { items: itemsOf(parts) } : {}),
    ...rest,
  })
  const ok = ({
    status,
    data,
  }: {
    status: number
    data: RefundErrorResponse
  }) => expect([status, data.message]).toEqual([200, undefined])
  const act = async (action: string, id: string | undefined, body = {}) =>
    ok(await refunds.post(`/admin/order-refunds/${id}/${action}`, body))
  const refund = async (parts: Part[] | "all", rest: Rest = {}) => {
    const answer = await refunds.create(order.id, bodyOf(parts, rest))
    ok(answer)
    made.push(answer.data.order_refund)
  }
  const failLateOf = async (
    refund: Pick<OrderRefundDTO, "transactions"> | undefined
  ) => {
    const { refunds: all } = stripe.control.snapshot()
    for (const { stripe_refund_id } of refund?.transactions ?? []) {
      // A refund that was tried again keeps what failed before.
      const atStripe = all.find(({ id }) => id === stripe_refund_id)
      if (atStripe && atStripe.status !== "failed") {
        stripe.control.failRefund(atStripe.id)
      }
    }
    await deliverOwn(world, order)
  }
  return {
    /** Refunds units, amounts inside a line, shipping, goodwill, what is owed. */
    refund,
    refundOwed: () => refund([], { outstanding: true }),
    /** Units, or an amount, that the customer gets without giving anything back. */
    goodwill: (amount: string) =>
      refund([], { adjustment: { amount, description: "Sorry" } }),
    /** A refund that must be refused, with its code. */
    async refuse(code: string, parts: Part[] | "all", rest: Rest = {}) {
      const { data } = await refunds.create(order.id, bodyOf(parts, rest))
      expect(data.code).toBe(code)
    },
    /** The bank rejects a refund, days after Stripe took it. */
    failLate: async (which = -1) => failLateOf(made.at(which)),
    failLateOf,
    /** What may be refused by its conditions, and then changes nothing. */
    async tryTo(action: string, id: string) {
      const body = action === "settle" ? { reference: "SEPA 4711" } : {}
      const { status, data } = await refunds.post<object>(
        `/admin/order-refunds/${id}/${action}`,
        body
      )
      if (status >= 500) {
        throw new Error(`${action}: ${status} ${data.message}`)
      }
    },
    /** Does something with a refund that this story did not make. */
    act,
    retry: (which = -1) => act("retry", made.at(which)?.id),
    settle: (which = -1) =>
      act("settle", made.at(which)?.id, { reference: "SEPA 4711" }),
    withdraw: (which = -1) => act("withdraw", made.at(which)?.id),
    /** Says which lines the newest refund from elsewhere was for. */
    async assign(parts: Part[]) {
      const { order_refunds } = await refunds.overview(order.id)
      const outside = order_refunds.find(({ lines }) =>
        lines.some(({ kind }) => kind === "unallocated")
      )
      ok(
        await refunds.post(`/admin/order-refunds/${outside?.id}/assign`, {
          items: itemsOf(parts),
        })
      )
    },
  }
}
