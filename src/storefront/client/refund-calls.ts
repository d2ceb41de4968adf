import type {
  StoreRefundOptionsResponse,
  StoreRefundPolicyResponse,
} from "../../types/refund-request"
import type {
  StoreOrderRefund,
  StoreOrderRefundListResponse,
  StoreRefundListParams,
  StoreRefundListResponse,
} from "../../types/store"
import { orderPath, type Caller, type CallOptions } from "./caller"

/** The refunds of an order, or that they are still those of the given `etag`. */
export type RefundList =
  | { changed: true; order_refunds: StoreOrderRefund[]; etag: string | null }
  | { changed: false; order_refunds: null; etag: string }

/** What is read about refunds. */
export const refundCalls = ({ ask, get }: Caller) => ({
  /** An order's refunds, newest first; nothing where `etag` is still theirs. */
  async listRefunds(
    orderId: string,
    { etag, ...options }: CallOptions & { etag?: string | null } = {}
  ): Promise<RefundList> {
    const answer = await ask(`${orderPath(orderId)}/refunds`, {
      ...options,
      headers: etag ? { "if-none-match": etag } : {},
    })
    if (etag && answer.status === 304) {
      return { changed: false, order_refunds: null, etag }
    }
    const { order_refunds } = answer.body as StoreOrderRefundListResponse
    return { changed: true, order_refunds, etag: answer.etag }
  },

  /** The refunds of all orders of the customer who is logged in, newest first. */
  listAllRefunds: ({
    limit = 20,
    offset = 0,
    ...options
  }: CallOptions & StoreRefundListParams = {}) =>
    get<StoreRefundListResponse>("/store/refunds", options, { limit, offset }),

  /** What may be asked for of an order, until when, and why not. */
  refundOptions: async (orderId: string, options?: CallOptions) =>
    (
      await get<StoreRefundOptionsResponse>(
        `${orderPath(orderId)}/refund-options`,
        options
      )
    ).refund_options,

  /** The shop's policy in words. */
  refundPolicy: async (options?: CallOptions) =>
    (await get<StoreRefundPolicyResponse>("/store/refund-policy", options))
      .refund_policy,
})
