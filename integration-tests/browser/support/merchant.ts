import type {
  AdminRefundRequestListResponse,
  RefundRequestDTO,
} from "../../../src/types"
import { openShop } from "../../demo/seed"
import { cards } from "../../demo/seed/customers"
import type { PlacedOrder } from "../../demo/seed/orders"
import type { DemoStore } from "./demo-store"
import { placeLike } from "./place-like"

/** What a merchant does about the requests of an order, over the admin API. */
export async function merchantOf(store: DemoStore) {
  const { client } = (await openShop(store, store.seed)).admin
  const requestsOf = async ({
    id,
  }: PlacedOrder): Promise<RefundRequestDTO[]> => {
    const { refund_requests } =
      await client.fetch<AdminRefundRequestListResponse>(
        "/admin/refund-requests",
        { query: { order_id: id } }
      )
    return refund_requests
  }
  const newestOf = async (order: PlacedOrder): Promise<RefundRequestDTO> => {
    const [request] = await requestsOf(order)
    if (!request) {
      throw new Error(`Order ${order.id} has no request.`)
    }
    return request
  }
  return {
    requestsOf,
    newestOf,
    async decide(
      order: PlacedOrder,
      action: "approve" | "ask" | "decline",
      body: object = {}
    ): Promise<void> {
      const { id } = await newestOf(order)
      await client.fetch(`/admin/refund-requests/${id}/${action}`, {
        method: "POST",
        body,
      })
    },
    refundShipping: ({ id }: PlacedOrder) =>
      client.fetch(`/admin/orders/${id}/refunds`, {
        method: "POST",
        body: { shipping: "all" },
      }),
  }
}

export type Merchant = Awaited<ReturnType<typeof merchantOf>>

/** Three shirts of the customer with an account, whose bank takes its time. */
export const placeThree = (store: DemoStore): Promise<PlacedOrder> =>
  placeLike(store, "saved_card", {
    items: { shirt: 3 },
    card: cards.refundPending,
    saved: cards.refundPending,
  })
