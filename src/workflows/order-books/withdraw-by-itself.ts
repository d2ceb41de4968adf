import type { MedusaContainer } from "@medusajs/framework/types"
import {
  amountOf,
  failedTransactions,
  grantWithout,
  type OrderRefundRecord,
} from "../../domain"
import { refundsModule } from "../common/refunds-module"

/** Whether what failed of a refund is owed to nobody. */
export const isUnwanted = (refund: OrderRefundRecord): boolean =>
  refund.source === "stripe" ||
  (refund.cancel_requested_at !== null &&
    failedTransactions(refund).every(({ status }) => status === "canceled"))

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
  if (!failed.length || !isUnwanted(refund)) {
    return refund
  }
  const service = refundsModule(container)
  await service.failedRefunds.withdraw(refund.id, {
    grant: grantWithout(refund, amountOf(failed)),
    audit: { actor, action: "withdrawn" },
  })
  return (await service.orderRefunds.find({ id: refund.id })) ?? refund
}
