import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { NewReconciliationEntry } from "../../modules/refunds/records/reconciliations"
import { refundsModule } from "../../workflows/common/refunds-module"
import type { StripeSyncResult } from "../../workflows/stripe-sync"

/** Puts into words what reading a payment again came to. */
export async function reportEntries(
  container: MedusaContainer,
  { order_id, payment_id }: { order_id: string; payment_id: string },
  { refunds, disputes, drift }: Omit<StripeSyncResult, "unclear">
): Promise<NewReconciliationEntry[]> {
  if (!refunds.length && !disputes.length && !drift.length) {
    return []
  }
  const about = {
    order_id,
    order_display_id: await displayIdOf(container, order_id),
    payment_id,
    order_refund_id: null,
  }
  const entries: NewReconciliationEntry[] = []
  for (const { order_refund_id, kind, before } of refunds) {
    const refund = await refundsModule(container).orderRefunds.find({
      id: order_refund_id,
    })
    const amount = `${refund?.currency_code.toUpperCase()} ${refund?.amount}`
    entries.push({
      ...about,
      kind,
      order_refund_id,
      message:
        kind === "imported"
          ? `Refund #${refund?.display_id} of ${amount} was found at Stripe: ${refund?.status}.`
          : before === refund?.status
            ? `Refund #${refund?.display_id} of ${amount} has news: ${refund?.status}.`
            : `Refund #${refund?.display_id} of ${amount} went from ${before} to ${refund?.status}.`,
    })
  }
  const words = [
    ...disputes.map((id) => ["changed", `Dispute ${id} has news.`] as const),
    ...drift.map((message) => ["drift", message] as const),
  ]
  return [
    ...entries,
    ...words.map(([kind, message]) => ({ ...about, kind, message })),
  ]
}

async function displayIdOf(
  container: MedusaContainer,
  orderId: string
): Promise<number | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["display_id"],
    filters: { id: orderId },
  })
  return (data[0] as { display_id?: number } | undefined)?.display_id ?? null
}
