import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  AdminCreateOrderRefund,
  AdminOrderRefundsResponse,
  OrderRefundDTO,
  RefundErrorResponse,
  RefundPlan,
} from "../../src/types"
import { createAdmin } from "./admin"

/** What the test runner hands out as `api`. */
export type HttpClient = {
  get(
    url: string,
    options: object
  ): Promise<{
    status: number
    headers: Record<string, unknown>
    data: never
  }>
  post(
    url: string,
    body: unknown,
    options: object
  ): Promise<{ status: number; data: never }>
}

export type Answer<Body> = { status: number; data: Body & RefundErrorResponse }

/** The admin API of refunds, as a logged-in merchant. */
export async function refundsApi(api: HttpClient, container: MedusaContainer) {
  const admin = await createAdmin(container)
  const withKey = (key?: string) => ({
    ...admin,
    headers: { ...admin.headers, ...(key ? { "Idempotency-Key": key } : {}) },
  })
  return {
    admin,
    create: (
      orderId: string,
      body: AdminCreateOrderRefund | Record<string, unknown>,
      key?: string
    ): Promise<Answer<{ order_refund: OrderRefundDTO }>> =>
      api.post(`/admin/orders/${orderId}/refunds`, body, withKey(key)),
    preview: (
      orderId: string,
      body: AdminCreateOrderRefund | Record<string, unknown>
    ): Promise<Answer<{ refund_plan: RefundPlan }>> =>
      api.post(`/admin/orders/${orderId}/refunds/preview`, body, admin),
    overview: async (orderId: string): Promise<AdminOrderRefundsResponse> => {
      const { data } = await api.get(`/admin/orders/${orderId}/refunds`, admin)
      return data
    },
    get: <Body>(path: string): Promise<Answer<Body>> => api.get(path, admin),
    post: <Body>(
      path: string,
      body: object,
      key?: string
    ): Promise<Answer<Body>> => api.post(path, body, withKey(key)),
  }
}

export type RefundsApi = Awaited<ReturnType<typeof refundsApi>>
