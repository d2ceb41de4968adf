import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderRefundRecord } from "../../../modules/refunds/types"
import { amountOf, failedTransactions } from "./current-transactions"
import { grantWithout } from "./new-grant"
import { refundsModule } from "./refunds-module"

/**
 * Takes back what nobody owes: an outside refund that failed (whoever made it
 * at Stripe decides there), and what a merchant cancelled. It belongs to the
 * books, so that no crash can come between the failure and this.
 */
export async function withdrawByItself(
  container: MedusaContainer,
  refund: OrderRefundRecord,
  actor: string
): Promise<OrderRefundRecord> {
  const failed = failedTransactions(refund)
  const unwanted =
    refund.source === "stripe" ||
    (refund.cancel_requested_at !== null &&
      failed.every(({ status }) => status === "canceled"))
  if (!failed.length || !unwanted) {
    return refund
  }
  const service = refundsModule(container)
  await service.withdrawFailed(refund.id, {
    grant: grantWithout(refund, amountOf(failed)),
    audit: { actor, action: "withdrawn" },
  })
  return (await service.findOrderRefund({ id: refund.id })) ?? refund
}
