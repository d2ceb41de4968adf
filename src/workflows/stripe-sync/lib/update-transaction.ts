import type { MedusaContainer } from "@medusajs/framework/types"
import {
  canTransition,
  hasFailed,
  isNeverCaptured,
  type RefundTransactionRecord,
  type StripeRefundState,
} from "../../../domain"
import { noteLostAnswer } from "../../gateway/note-lost-answer"
import { refundsModule } from "../../common/refunds-module"

/**
 * Brings a transaction to what Stripe says now.
 *
 * @returns "unchanged", "changed", or "impossible" for a state that cannot
 *   follow ours: that is for a person to look at
 */
export async function updateTransaction(
  container: MedusaContainer,
  transaction: RefundTransactionRecord,
  refund: StripeRefundState,
  actor: string
): Promise<"unchanged" | "changed" | "impossible"> {
  const { status, failure_code, failure_reason, reference, details } =
    refund.outcome
  const patch = {
    stripe_refund_id: refund.id,
    failure_code: failure_code ?? null,
    failure_reason: failure_reason ?? null,
    reference: reference ?? null,
    ...details,
  }
  const same =
    transaction.status === status &&
    Object.entries(patch).every(
      ([field, value]) => Reflect.get(transaction, field) === value
    )
  if (same) {
    return "unchanged"
  }
  if (isNeverCaptured(refund) && hasFailed(transaction.status)) {
    return "unchanged"
  }
  if (
    transaction.status !== status &&
    !canTransition("refund", transaction.status, status)
  ) {
    return "impossible"
  }
  const from = await noteLostAnswer(container, transaction, actor)
  const { changed } = await refundsModule(container).transactions.transition({
    transaction_id: transaction.id,
    from: [from],
    to: status,
    patch,
    audit: { actor, action: "read_from_stripe" },
  })
  return changed ? "changed" : "unchanged"
}
