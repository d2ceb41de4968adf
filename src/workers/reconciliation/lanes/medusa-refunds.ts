import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
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
  created_at: string | Date
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
  let after = ""
  for (;;) {
    const rows = await readRows(container, run.since, after)
    for (const row of await unrecorded(container, rows)) {
      await read(container, run, row)
    }
    const last = rows.at(-1)
    if (rows.length < BATCH || !last) {
      return
    }
    after = last.id
  }
}

async function readRows(
  container: MedusaContainer,
  since: Date,
  after: string
): Promise<Row[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "refund",
    fields: [
      "id",
      "created_at",
      "payment.id",
      "payment.provider_id",
      "payment.payment_collection.order.id",
    ],
    filters: { id: { $gt: after }, created_at: { $gte: since } } as object,
    pagination: { take: BATCH, skip: 0, order: { id: "ASC" } },
  })
  return data as Row[]
}

async function unrecorded(
  container: MedusaContainer,
  rows: Row[]
): Promise<Row[]> {
  const recorded = await refundsModule(
    container
  ).transactions.recordedMedusaRefunds(rows.map(({ id }) => id))
  return rows.filter(({ id }) => !recorded.has(id))
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
