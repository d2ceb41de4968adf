import type { CallOptions } from "../client/caller"
import type { RefundsClient } from "../client/refunds-client"
import type { OrderRefundState } from "./is-settled"

/** What `watchRefunds` needs of the client. */
export type WatchedClient = Pick<RefundsClient, "listRefunds" | "listRequests">

/** Reads an order's refunds and requests; the refunds only where they are others. */
export function stateReader(
  client: WatchedClient,
  orderId: string,
  options: CallOptions
): () => Promise<OrderRefundState> {
  let last:
    | { etag: string | null; order_refunds: OrderRefundState["order_refunds"] }
    | undefined
  return async () => {
    const [list, refund_requests] = await Promise.all([
      client.listRefunds(orderId, { ...options, etag: last?.etag }),
      client.listRequests(orderId, options),
    ])
    if (list.changed) {
      last = list
    }
    return { order_refunds: last?.order_refunds ?? [], refund_requests }
  }
}
