import Stripe from "stripe"
import type {
  AdminCreateOrderRefund,
  OrderRefundDTO,
  RefundErrorResponse,
} from "../../../src/types"
import type { PaidOrder } from "../../support/paid-order"
import { DOORS } from "../../support/stripe-webhooks"

export type StoreAnswer<Body> = {
  status: number
  data: Body & RefundErrorResponse
}
export type RefundAnswer = StoreAnswer<{ order_refund: OrderRefundDTO }>

/** A merchant at the admin API of one process of a store. */
export class StoreClient {
  constructor(
    private readonly store: { address: string },
    private readonly login: Record<string, string>
  ) {}

  refund(
    order: PaidOrder,
    body: AdminCreateOrderRefund,
    key?: string
  ): Promise<RefundAnswer> {
    return this.post(`/admin/orders/${order.id}/refunds`, body, {
      ...(key ? { "idempotency-key": key } : {}),
    })
  }

  /** Medusa's own button. */
  pressRefund(order: PaidOrder, amount: number): Promise<StoreAnswer<object>> {
    const [payment] = order.payments
    return this.post(`/admin/payments/${payment?.id}/refund`, { amount })
  }

  /** Stripe tells of an event at the plugin's own endpoint. */
  async tell(event: unknown): Promise<number> {
    const payload = JSON.stringify(event)
    const secret = "whsec_emulator"
    const { status } = await fetch(`${this.store.address}${DOORS.ours}`, {
      method: "POST",
      body: payload,
      headers: {
        "content-type": "application/json",
        "stripe-signature": Stripe.webhooks.generateTestHeaderString({
          payload,
          secret,
        }),
      },
    })
    return status
  }

  post<Body>(
    path: string,
    body: object,
    headers: Record<string, string> = {}
  ): Promise<StoreAnswer<Body>> {
    return this.send(path, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    })
  }

  get<Body>(path: string): Promise<StoreAnswer<Body>> {
    return this.send(path, {})
  }

  private async send<Body>(
    path: string,
    { headers, ...request }: RequestInit & { headers?: Record<string, string> }
  ): Promise<StoreAnswer<Body>> {
    const answer = await fetch(`${this.store.address}${path}`, {
      ...request,
      headers: { ...this.login, ...headers },
    })
    return { status: answer.status, data: JSON.parse(await answer.text()) }
  }
}
