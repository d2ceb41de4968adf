import type { MedusaContainer } from "@medusajs/framework/types"
import type { GatewayOutcome, RefundTransactionRecord } from "../../domain"
import { findStripeRefund } from "../../stripe"
import { canBeAsked } from "./can-be-asked"
import { refundsModule, stripeFor } from "../common/refunds-module"
import { recordOutcome, sendToGateway } from "./submit-transaction"

/** Stripe keeps idempotency keys for at least 24 hours; an hour to spare. */
const KEY_LIFETIME_MS = 23 * 60 * 60 * 1000

const NOT_EXECUTED: GatewayOutcome = {
  kind: "declined",
  code: "not_executed",
  message: "Stripe never carried this refund out.",
}

/**
 * Finds out what became of a request whose answer we never saw. Stripe's list
 * is asked first; what is not there is repeated with the same key while Stripe
 * still knows it. It is proven absent when Stripe does not know the key any more,
 * or only repeats the failure in which the first attempt ended.
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
  const { target, minor_amount } = transaction.request
  if (!stripe || !target) {
    return repeat(container, transaction, now)
  }
  const find = () =>
    findStripeRefund(stripe, target, {
      id: transaction.id,
      minor_amount: BigInt(minor_amount),
      idempotency_key: transaction.idempotency_key,
    })
  const found = await find()
  if (found) {
    return found
  }
  const first = new Date(transaction.first_attempt_at ?? now).getTime()
  if (now.getTime() - first >= KEY_LIFETIME_MS) {
    return NOT_EXECUTED
  }
  const answer = await repeat(container, transaction, now)
  return answer.kind === "unknown" && answer.finished
    ? ((await find()) ?? NOT_EXECUTED)
    : answer
}

async function repeat(
  container: MedusaContainer,
  transaction: RefundTransactionRecord,
  now: Date
): Promise<GatewayOutcome> {
  await refundsModule(container).transactions.transition({
    transaction_id: transaction.id,
    from: ["unknown"],
    to: "unknown",
    patch: { attempts: transaction.attempts + 1, last_attempt_at: now },
    audit: { actor: "finish-order-refund", action: "repeated" },
  })
  return sendToGateway(container, transaction)
}
