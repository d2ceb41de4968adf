import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type GatewayOutcome,
  hasMoved,
  type RefundTransactionRecord,
} from "../../domain"
import { refundsModule } from "../common/refunds-module"

/** Writes down what the gateway answered to a refund. */
export async function recordRefundOutcome(
  container: MedusaContainer,
  transaction: RefundTransactionRecord,
  outcome: GatewayOutcome,
  actor: string
): Promise<RefundTransactionRecord> {
  const service = refundsModule(container)
  const from = ["submitting", "unknown"] as const
  const audit = {
    actor,
    action: `gateway_${outcome.kind}`,
    stripe_request_id: outcome.request_id ?? null,
  }
  if (outcome.kind === "accepted") {
    const { stripe_refund_id, failure_code, failure_reason, reference } =
      outcome
    const known = { stripe_refund_id, failure_code, failure_reason, reference }
    const { changed, transaction: written } =
      await service.transactions.transition({
        transaction_id: transaction.id,
        from,
        to: outcome.status,
        patch: { ...known, ...outcome.details },
        audit,
      })
    if (!changed && !hasMoved(written.status)) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          `The payment provider took ${transaction.id} (${transaction.amount} ${transaction.currency_code.toUpperCase()}), but it is ${written.status} by now. Look it up there: the money may have moved.`
        )
    }
    return written
  }
  const { code, message } = outcome
  const { transaction: written } = await service.transactions.transition({
    transaction_id: transaction.id,
    from,
    to: outcome.kind === "declined" ? "failed" : "unknown",
    patch: { failure_code: code, failure_reason: message },
    audit: { ...audit, details: { code, message } },
  })
  return written
}
