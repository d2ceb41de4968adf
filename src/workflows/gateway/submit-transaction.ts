import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type GatewayOutcome,
  hasMoved,
  type RefundTransactionRecord,
} from "../../domain"
import { refundThroughProvider } from "../../ledger"
import { createStripeRefund } from "../../stripe"
import { refundsModule, stripeFor } from "../common/refunds-module"

/**
 * Sends a transaction's stored request to its gateway. A repeat sends the same
 * request with the same key, so that the gateway acts once.
 */
export async function sendToGateway(
  container: MedusaContainer,
  transaction: RefundTransactionRecord
): Promise<GatewayOutcome> {
  const { request, idempotency_key, provider_id, amount } = transaction
  const stripe = stripeFor(container, provider_id)
  if (stripe && request.target) {
    return createStripeRefund(stripe, {
      target: request.target,
      minor_amount: request.minor_amount,
      metadata: request.metadata,
      instructions_email: request.instructions_email,
      idempotency_key,
    })
  }
  const payment = await container
    .resolve(Modules.PAYMENT)
    .retrievePayment(transaction.payment_id, { select: ["id", "data"] })
  return refundThroughProvider(container, {
    provider_id,
    data: payment.data ?? {},
    amount,
    idempotency_key,
  })
}

/** Writes down what the gateway answered. */
export async function recordOutcome(
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
