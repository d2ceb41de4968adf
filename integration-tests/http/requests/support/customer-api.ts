import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  RefundErrorResponse,
  StoreRefundOptionsResponse,
  StoreRefundRequestListResponse,
  StoreRefundRequestResponse,
  StoreWithdrawalResponse,
} from "../../../../src/types"
import { createStorefrontKey } from "../../../support/customer"
import type { Answer, HttpClient } from "../../../support/refunds-api"

/** Who asks: a customer's login, a guest's link, or nobody. */
export type Visitor = { token?: string; access?: string }

type Headed<Body> = Answer<Body> & { headers: Record<string, unknown> }

/** The store API of requests. */
export async function customerApi(
  api: HttpClient,
  container: MedusaContainer,
  publishableKey?: string
) {
  const key = publishableKey ?? (await createStorefrontKey(container))
  const as = (visitor: Visitor, more: Record<string, string> = {}) => ({
    headers: {
      "x-publishable-api-key": key,
      ...(visitor.token ? { authorization: `Bearer ${visitor.token}` } : {}),
      ...(visitor.access ? { "x-refund-access": visitor.access } : {}),
      ...more,
    },
    validateStatus: () => true,
  })
  const path = (orderId: string, rest = "") =>
    `/store/orders/${orderId}/refund-requests${rest}`
  return {
    options: (
      orderId: string,
      visitor: Visitor
    ): Promise<Headed<StoreRefundOptionsResponse>> =>
      api.get(`/store/orders/${orderId}/refund-options`, as(visitor)) as never,
    ask: (
      orderId: string,
      body: object,
      visitor: Visitor,
      idempotencyKey?: string
    ): Promise<Answer<StoreRefundRequestResponse>> =>
      api.post(
        path(orderId),
        body,
        as(visitor, idempotencyKey ? { "idempotency-key": idempotencyKey } : {})
      ),
    list: (
      orderId: string,
      visitor: Visitor
    ): Promise<Headed<StoreRefundRequestListResponse>> =>
      api.get(path(orderId), as(visitor)) as never,
    act: (
      orderId: string,
      requestId: string,
      action: string,
      body: object,
      visitor: Visitor
    ): Promise<Answer<StoreRefundRequestResponse>> =>
      api.post(path(orderId, `/${requestId}/${action}`), body, as(visitor)),
    get: <Body>(url: string, visitor: Visitor): Promise<Headed<Body>> =>
      api.get(url, as(visitor)) as never,
    post: <Body>(
      url: string,
      body: unknown,
      visitor: Visitor,
      more: Record<string, string> = {}
    ): Promise<Answer<Body>> => api.post(url, body, as(visitor, more)),
    withdraw: (body: object): Promise<Answer<StoreWithdrawalResponse>> =>
      api.post("/store/withdrawals", body, as({})),
    askForLink: (
      body: object
    ): Promise<{ status: number; data: object & RefundErrorResponse }> =>
      api.post("/store/refund-access", body, as({})),
  }
}

export type CustomerApi = Awaited<ReturnType<typeof customerApi>>
