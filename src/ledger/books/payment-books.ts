import { MathBN } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Decimal } from "../../domain"
import { paymentModule } from "../undocumented/undocumented"

/** One refund as Medusa's payment module should know it. */
export type RefundRow = {
  id: string
  payment_id: string
  amount: Decimal
  created_by: string | null
  note: string | null
  refund_reason_id: string | null
  metadata: Record<string, unknown>
}

/**
 * Writes native refund rows without calling the provider, and brings the
 * payment collections' `refunded_amount` up to date. Rows are keyed by our id:
 * running it again writes nothing twice.
 */
export async function writeRefundRows(
  container: MedusaContainer,
  refunds: RefundRow[]
): Promise<void> {
  if (!refunds.length) {
    return
  }
  const payments = paymentModule(container)
  const known = await payments.listRefunds(
    { id: refunds.map(({ id }) => id) },
    { select: ["id"] }
  )
  const written = new Set(known.map(({ id }) => id))
  const missing = refunds.filter(({ id }) => !written.has(id))
  if (missing.length) {
    await payments.createRefunds(missing)
  }
  await updateCollections(
    container,
    refunds.map(({ payment_id }) => payment_id)
  )
}

/**
 * Takes native refund rows back, ours or Medusa's own: their money came back.
 * They are soft-deleted, so that the payment's history stays readable.
 */
export async function removeRefundRows(
  container: MedusaContainer,
  refunds: { id: string; payment_id: string }[]
): Promise<void> {
  if (refunds.length) {
    await paymentModule(container).softDeleteRefunds(
      refunds.map(({ id }) => id)
    )
    await updateCollections(
      container,
      refunds.map(({ payment_id }) => payment_id)
    )
  }
}

/** Medusa's own method for this is private; the sum is the same. */
async function updateCollections(
  container: MedusaContainer,
  paymentIds: string[]
): Promise<void> {
  const payments = paymentModule(container)
  const touched = await payments.listPayments(
    { id: paymentIds },
    { select: ["id", "payment_collection_id"] }
  )
  const collections = await payments.listPaymentCollections(
    { id: [...new Set(touched.map((p) => p.payment_collection_id))] },
    { relations: ["payments.refunds"] }
  )
  for (const collection of collections) {
    const refunded = (collection.payments ?? [])
      .flatMap((payment) => payment.refunds ?? [])
      .map((refund) => refund.raw_amount ?? refund.amount)
    await payments.updatePaymentCollections(collection.id, {
      refunded_amount: MathBN.sum(0, ...refunded).toFixed(),
    })
  }
}
