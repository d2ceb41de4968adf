import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { firstIdSince } from "../../../domain"
import {
  refundsModule,
  stripeFor,
} from "../../../workflows/common/refunds-module"
import { recordNativeRefund } from "../../../workflows/stripe-sync"
import { readPayments } from "../read-payments"
import type { Run } from "../types"

const BATCH = 100

type Row = {
  id: string
  payment: {
    id: string
    provider_id: string
    payment_collection?: { order?: { id: string } | null } | null
  }
}

/**
 * Medusa's refund rows that have no record of ours: its own refunds whose event
 * was lost, and rows that Stripe knows nothing of.
 */
export async function readMedusaRefunds(
  container: MedusaContainer,
  run: Run
): Promise<void> {
  const { transactions } = refundsModule(container)
  // Medusa has no index of when a refund was made; its id says it.
  let after = firstIdSince("ref", run.since)
  for (;;) {
    const ids = await listIds(container, run.since, after)
    const recorded = await transactions.recordedMedusaRefunds(ids)
    const unrecorded = ids.filter((id) => !recorded.has(id))
    for (const row of await readRows(container, unrecorded)) {
      await read(container, run, row)
    }
    const last = ids.at(-1)
    if (ids.length < BATCH || !last) {
      return
    }
    after = last
  }
}

async function listIds(
  container: MedusaContainer,
  since: Date,
  after: string
): Promise<string[]> {
  const filters: object = {
    id: { $gt: after },
    created_at: { $gte: since },
  }
  const refunds = await container
    .resolve(Modules.PAYMENT)
    .listRefunds(filters, {
      select: ["id"],
      take: BATCH,
      order: { id: "ASC" },
    })
  return refunds.map(({ id }) => id)
}

async function readRows(
  container: MedusaContainer,
  ids: string[]
): Promise<Row[]> {
  const { data } = ids.length
    ? await container.resolve(ContainerRegistrationKeys.QUERY).graph({
        entity: "refund",
        fields: [
          "id",
          "payment.id",
          "payment.provider_id",
          "payment.payment_collection.order.id",
        ],
        filters: { id: ids },
      })
    : { data: [] }
  const rows: Record<string, unknown>[] = data
  return rows as Row[]
}

async function read(
  container: MedusaContainer,
  run: Run,
  { id, payment }: Row
): Promise<void> {
  const { id: payment_id, provider_id, payment_collection } = payment
  if (!stripeFor(container, provider_id)) {
    await recordNativeRefund(container, id)
    return
  }
  const order_id = payment_collection?.order?.id ?? null
  await readPayments(container, run, [{ payment_id, provider_id, order_id }])
}
