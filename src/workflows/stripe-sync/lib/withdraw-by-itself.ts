import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderRefundRecord } from "../../../modules/refunds/types"
import {
  amountOf,
  failedTransactions,
} from "../../order-refund/lib/current-transactions"
import { grantWithout } from "../../order-refund/lib/new-grant"
import { refundsModule } from "../../order-refund/lib/refunds-module"

/**
 * Takes back what nobody owes: an outside refund that failed (whoever made it
 * at Stripe decides there), and what a merchant cancelled.
 */
export async function withdrawByItself(
  container: MedusaContainer,
  refund: OrderRefundRecord,
  actor: string
): Promise<void> {
  const failed = failedTransactions(refund)
  const unwanted =
    refund.source === "stripe" ||
    (refund.cancel_requested_at !== null &&
      failed.every(({ status }) => status === "canceled"))
  if (failed.length && unwanted) {
    await refundsModule(container).withdrawFailed(refund.id, {
      grant: grantWithout(refund, amountOf(failed)),
      audit: { actor, action: "withdrawn" },
    })
  }
}
