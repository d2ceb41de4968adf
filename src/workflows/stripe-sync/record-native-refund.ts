import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { refundsModule, stripeFor } from "../common/refunds-module"
import { recordProviderRefund } from "./lib/record-provider-refund"
import { syncStripePaymentWorkflow } from "./sync-stripe-payment"

type RefundRow = {
  id: string
  metadata: Record<string, unknown> | null
  payment: {
    id: string
    provider_id: string
    payment_collection?: { order?: { id: string } | null } | null
  }
}

/**
 * Records a refund that Medusa made by itself. At Stripe the truth is read back;
 * other providers tell nothing more than Medusa wrote down.
 */
export async function recordNativeRefund(
  container: MedusaContainer,
  medusaRefundId: string
): Promise<void> {
  const { transactions } = refundsModule(container)
  // Of ours Medusa's module tells, too.
  if ((await transactions.recordedMedusaRefunds([medusaRefundId])).size) {
    return
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "refund",
    fields: [
      "id",
      "metadata",
      "payment.id",
      "payment.provider_id",
      "payment.payment_collection.order.id",
    ],
    filters: { id: medusaRefundId },
  })
  const [row] = data as RefundRow[]
  const order_id = row?.payment.payment_collection?.order?.id
  if (!row || !order_id || row.metadata?.refund_transaction_id) {
    return
  }
  const input = { order_id, payment_id: row.payment.id, actor: "medusa" }
  await (stripeFor(container, row.payment.provider_id)
    ? syncStripePaymentWorkflow(container).run({
        input: { ...input, disputes: false },
      })
    : recordProviderRefund(container, { ...input, medusa_refund_id: row.id }))
}
