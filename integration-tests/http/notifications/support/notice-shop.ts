import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { REFUND_NOTICES_MODULE } from "../../../../src/modules/refund-notices"
import type { RefundNoticesModuleService } from "../../../../src/modules/refund-notices/service"
import { tellCustomers } from "../../../../src/workers/notices"
import type { Mailbox } from "../../../mailbox"
import { createPaidOrder, type PaidOrder } from "../../../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../../../support/recipes"
import {
  refundsApi,
  type HttpClient,
  type RefundsApi,
} from "../../../support/refunds-api"
import { deliverAll } from "../../../support/stripe-webhooks"
import type { TestStripe } from "../../../support/test-stripe"

export const MINUTE = 60_000

type Recipe = Parameters<typeof createPaidOrder>[2]

/** A shop whose customers are told, and the mailbox in which it can be read. */
export type NoticeShop = {
  refunds: RefundsApi
  /** An order of shirts, caps and shipping; `card` decides how its refunds go. */
  buy(more?: { order?: Partial<Recipe>; card?: string }): Promise<PaidOrder>
  /** Refunds one cap of 30.00. */
  refundCap(
    order: PaidOrder,
    more?: object
  ): Promise<{ id: string; stripe_refund_id: string }>
  /** Stripe's events arrive. */
  delivered(): Promise<void>
  /** The job of a minute, so much later. */
  later(ms?: number): Promise<void>
  /** The subjects that have arrived. */
  subjects(): string[]
  /** What is to be told of an order, and what became of it. */
  notices(
    orderId: string
  ): ReturnType<RefundNoticesModuleService["history"]["ofOrder"]>
  /** Medusa's own rows of messages to customers. */
  medusasRows(): Promise<{ status: string; template: string; key: string }[]>
}

export async function openNoticeShop(
  api: HttpClient,
  container: MedusaContainer,
  stripe: TestStripe,
  mailbox: Mailbox
): Promise<NoticeShop> {
  stripe.control.reset()
  mailbox.empty()
  const refunds = await refundsApi(api, container)
  const { history } = container.resolve<RefundNoticesModuleService>(
    REFUND_NOTICES_MODULE
  )
  return {
    refunds,
    buy: ({ order = {}, card } = {}) =>
      createPaidOrder(container, stripe, { ...BASKET, ...order }, [
        {
          amount: BASKET_TOTAL,
          ...(card ? { payment_method: card } : {}),
        },
      ]),
    refundCap: async (order, more = {}) => {
      const { data } = await refunds.create(order.id, {
        items: [{ item_id: order.items[1]?.id, quantity: 1 }],
        ...more,
      })
      const [transaction] = data.order_refund?.transactions ?? []
      return {
        id: data.order_refund?.id,
        stripe_refund_id: String(transaction?.stripe_refund_id),
      }
    },
    delivered: async () => {
      await deliverAll(container, stripe, api)
    },
    later: (ms = 2 * MINUTE) =>
      tellCustomers(container, () => new Date(Date.now() + ms)),
    subjects: () => mailbox.mails.map(({ subject }) => subject),
    notices: (orderId) => history.ofOrder(orderId),
    medusasRows: async () => {
      const rows = await container
        .resolve(Modules.NOTIFICATION)
        .listNotifications({ channel: "email" }, { order: { id: "ASC" } })
      return rows.map((row) => ({
        status: String(row.status),
        template: String(row.template),
        key: String(Reflect.get(row, "idempotency_key")),
      }))
    },
  }
}
