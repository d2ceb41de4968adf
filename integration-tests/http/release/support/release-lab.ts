import { getOrderDetailWorkflow } from "@medusajs/core-flows"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { readOrder } from "../../../../src/ledger"
import { REFUNDS_MODULE } from "../../../../src/modules/refunds"
import type { RefundsModuleService } from "../../../../src/modules/refunds/service"
import type { ReleasePlan } from "../../../../src/domain"
import type { OrderReleaseDTO } from "../../../../src/types"
import { finishOrderReleaseWorkflow } from "../../../../src/workflows"
import type { PaidOrder } from "../../../support/paid-order"
import {
  refundsApi,
  type Answer,
  type HttpClient,
} from "../../../support/refunds-api"
import type { TestStripe } from "../../../support/test-stripe"

/** What Medusa and Stripe say of an authorised order. Amounts in major units. */
export type HeldBooks = {
  payment_status: string
  pending: string
  /** Of every capture row. */
  captures: string[]
  /** Of every order transaction. */
  transactions: string[]
  collections: { status: string; amount: string; captured: string }[]
  /** Status and minor units, of every payment intent. */
  stripe: [string, number][]
  credit_lines: string[]
  active_change: boolean
}

type Row = Record<string, unknown>

const text = (amount: unknown): string =>
  MathBN.convert((amount ?? 0) as number).toFixed()

/** Reads every book that a release touches. */
export async function readHeldBooks(
  container: MedusaContainer,
  stripe: TestStripe,
  order: PaidOrder
): Promise<HeldBooks> {
  const { result } = await getOrderDetailWorkflow(container).run({
    input: {
      order_id: order.id,
      fields: ["id", "summary", "total", "currency_code", "items.*"],
    },
  })
  const { summary }: { summary?: Row } = JSON.parse(JSON.stringify(result))
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "transactions.*",
        "payment_collections.*",
        "payment_collections.payments.captures.*",
      ],
      filters: { id: order.id },
    })
  const [row]: Row[] = JSON.parse(JSON.stringify(data))
  const collections = (row?.payment_collections ?? []) as Row[]
  const medusa = await readOrder(container, order.id)
  const intents = await Promise.all(
    order.payments
      .flatMap(({ payment_intent }) => payment_intent ?? [])
      .map((id) => stripe.client.paymentIntents.retrieve(id))
  )
  return {
    payment_status: String(result.payment_status),
    pending: text(summary?.pending_difference),
    captures: collections
      .flatMap(({ payments }) => (payments ?? []) as Row[])
      .flatMap(({ captures }) => (captures ?? []) as Row[])
      .map(({ amount }) => text(amount)),
    transactions: ((row?.transactions ?? []) as Row[]).map(({ amount }) =>
      text(amount)
    ),
    collections: collections.map((each) => ({
      status: String(each.status),
      amount: text(each.amount),
      captured: text(each.captured_amount),
    })),
    stripe: intents.map(({ status, amount_received }) => [
      status,
      amount_received,
    ]),
    credit_lines: (medusa?.credit_lines ?? []).map(({ amount }) => amount),
    active_change: medusa?.active_change !== null,
  }
}

/** The release routes, as a logged-in merchant, and what is behind them. */
export async function releaseLab(api: HttpClient, container: MedusaContainer) {
  const refunds = await refundsApi(api, container)
  const { admin } = refunds
  const service = container.resolve<RefundsModuleService>(REFUNDS_MODULE)
  const rows = (orderId: string) =>
    service.listRefundsOrderReleases({ order_id: orderId })
  return {
    refunds,
    service,
    preview: (
      orderId: string,
      body: object
    ): Promise<Answer<{ release_plan: ReleasePlan }>> =>
      api.post(`/admin/orders/${orderId}/release/preview`, body, admin),
    release: (
      orderId: string,
      body: object,
      key?: string
    ): Promise<Answer<{ order_release: OrderReleaseDTO }>> =>
      api.post(`/admin/orders/${orderId}/release`, body, {
        ...admin,
        headers: {
          ...admin.headers,
          ...(key ? { "Idempotency-Key": key } : {}),
        },
      }),
    rows,
    /** What the job does, without its minute of grace. */
    finish: async (orderId: string): Promise<void> => {
      for (const { id } of await rows(orderId)) {
        await finishOrderReleaseWorkflow(container).run({
          input: { order_release_id: id, order_id: orderId },
        })
      }
    },
  }
}

export type ReleaseLab = Awaited<ReturnType<typeof releaseLab>>
