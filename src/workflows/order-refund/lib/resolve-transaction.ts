import type { MedusaContainer } from "@medusajs/framework/types"
import type { GatewayOutcome } from "../../../domain"
import type { RefundTransactionRecord } from "../../../modules/refunds/types"
import { findStripeRefund } from "../../../stripe"
import { canBeAsked } from "./can-be-asked"
import { refundsModule, stripeFor } from "./refunds-module"
import { recordOutcome, sendToGateway } from "./submit-transaction"

/** Stripe keeps idempotency keys for at least 24 hours; an hour to spare. */
const KEY_LIFETIME_MS = 23 * 60 * 60 * 1000

/**
 * Finds out what became of a request whose answer we never saw. Stripe's list
 * is asked first; what is not there is repeated with the same key while Stripe
 * still knows it, and after that it is proven absent.
 *
 * Other providers give no way to ask, and need not honour keys: their unknown
 * outcomes stay for a person.
 */
export async function resolveTransaction(
  container: MedusaContainer,
  transaction: RefundTransactionRecord,
  now: Date
): Promise<void> {
  const outcome = await findOutcome(container, transaction, now)
  if (outcome) {
    await recordOutcome(container, transaction, outcome, "finish-order-refund")
  }
}

async function findOutcome(
  container: MedusaContainer,
  transaction: RefundTransactionRecord,
  now: Date
): Promise<GatewayOutcome | null> {
  if (!canBeAsked(container, transaction)) {
    return null
  }
  const stripe = stripeFor(container, transaction.provider_id)
  const { target } = transaction.request
  if (!stripe || !target) {
    return repeat(container, transaction, now)
  }
  const found = await findStripeRefund(stripe, target, transaction.id)
  if (found) {
    return found
  }
  const first = new Date(transaction.first_attempt_at ?? now).getTime()
  return now.getTime() - first < KEY_LIFETIME_MS
    ? repeat(container, transaction, now)
    : {
        kind: "declined",
        code: "not_executed",
        message: "Stripe never carried this refund out.",
      }
}

async function repeat(
  container: MedusaContainer,
  transaction: RefundTransactionRecord,
  now: Date
): Promise<GatewayOutcome> {
  await refundsModule(container).transition({
    transaction_id: transaction.id,
    from: ["unknown"],
    to: "unknown",
    patch: { attempts: transaction.attempts + 1, last_attempt_at: now },
    audit: { actor: "finish-order-refund", action: "repeated" },
  })
  return sendToGateway(container, transaction)
}
