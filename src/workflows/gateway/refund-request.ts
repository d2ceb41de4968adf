import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { GatewayOutcome, RefundTransactionRecord } from "../../domain"
import { refundThroughProvider } from "../../ledger"
import { createStripeRefund, findStripeRefund } from "../../stripe"
import { refundsModule, stripeFor } from "../common/refunds-module"
import {
  type ProviderRequest,
  STRIPE_KEY_LIFETIME_MS,
} from "./provider-request"
import { recordRefundOutcome } from "./record-refund-outcome"

/** The request to give money of one payment back. */
export function refundRequest(
  container: MedusaContainer,
  transaction: RefundTransactionRecord,
  actor: string
): ProviderRequest<GatewayOutcome, RefundTransactionRecord> {
  const { id, request, idempotency_key, provider_id, amount } = transaction
  const { target, minor_amount } = request
  const client = stripeFor(container, provider_id)
  const stripe = client && target ? { client, target } : null
  return {
    first_attempt_at: transaction.first_attempt_at,
    // Medusa's manual provider moves no money, so that a repeat does no harm.
    key_lifetime_ms: stripe ? STRIPE_KEY_LIFETIME_MS : Number.POSITIVE_INFINITY,
    async begin(attempt, now) {
      const first = attempt === "first"
      const { changed } = await refundsModule(
        container
      ).transactions.transition({
        transaction_id: id,
        from: [first ? "reserved" : "unknown"],
        to: first ? "submitting" : "unknown",
        patch: {
          attempts: transaction.attempts + 1,
          last_attempt_at: now,
          ...(first ? { first_attempt_at: now } : {}),
        },
        audit: { actor, action: first ? "submitting" : "repeated" },
      })
      return changed
    },
    async send() {
      if (stripe) {
        return createStripeRefund(stripe.client, {
          target: stripe.target,
          minor_amount,
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
    },
    find: async () =>
      stripe &&
      findStripeRefund(stripe.client, stripe.target, {
        id,
        minor_amount: BigInt(minor_amount),
        idempotency_key,
      }),
    record: (outcome) =>
      recordRefundOutcome(container, transaction, outcome, actor),
  }
}
