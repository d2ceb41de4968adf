import type { MedusaContainer } from "@medusajs/framework/types"
import type { ReleaseOutcome } from "../../domain"
import { findThroughProvider } from "../../ledger"
import type { ReleasePaymentRecord } from "../../modules/refunds/order-release-record"
import { findStripeRelease } from "../../stripe"
import { refundsModule, stripeFor } from "../common/refunds-module"
import {
  providerRequest,
  recordReleaseOutcome,
  sendRelease,
  stripeRequest,
} from "./submit-release"

/** Stripe keeps idempotency keys for at least 24 hours; an hour to spare. */
const KEY_LIFETIME_MS = 23 * 60 * 60 * 1000

const NOT_EXECUTED: ReleaseOutcome = {
  kind: "declined",
  code: "not_executed",
  message: "The payment provider never carried this out.",
}

/**
 * Finds out what became of a request whose answer we never saw: the payment is
 * read back, and where it still waits, the same request is sent again with the
 * same key. A payment is captured or cancelled once, so that a repeat does not do
 * it twice even where a provider knows no keys.
 */
export async function resolveReleasePayment(
  container: MedusaContainer,
  payment: ReleasePaymentRecord,
  actor: string,
  now: Date
): Promise<void> {
  const find = () => findOutcome(container, payment)
  const outcome =
    (await find()) ?? (await repeat(container, payment, actor, now))
  const ended =
    outcome.kind === "unknown" && outcome.finished
      ? ((await find()) ?? NOT_EXECUTED)
      : outcome
  await recordReleaseOutcome(container, payment, ended, actor)
}

async function findOutcome(
  container: MedusaContainer,
  payment: ReleasePaymentRecord
): Promise<ReleaseOutcome | null> {
  const stripe = stripeFor(container, payment.provider_id)
  const { payment_intent } = payment.request
  if (stripe && payment_intent) {
    return findStripeRelease(stripe, stripeRequest(payment, payment_intent))
  }
  try {
    return await findThroughProvider(
      container,
      await providerRequest(container, payment)
    )
  } catch {
    // Providers need not have this method: Medusa's own manual one throws.
    return null
  }
}

async function repeat(
  container: MedusaContainer,
  payment: ReleasePaymentRecord,
  actor: string,
  now: Date
): Promise<ReleaseOutcome> {
  const first = new Date(payment.first_attempt_at ?? now).getTime()
  if (now.getTime() - first >= KEY_LIFETIME_MS) {
    return NOT_EXECUTED
  }
  await refundsModule(container).releases.movePayment({
    release_payment_id: payment.id,
    from: ["submitting", "unknown"],
    to: "unknown",
    patch: { attempts: payment.attempts + 1 },
    audit: { actor, action: "repeated" },
  })
  return sendRelease(container, payment)
}
