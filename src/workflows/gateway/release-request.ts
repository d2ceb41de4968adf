import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { ReleaseOutcome } from "../../domain"
import {
  findThroughProvider,
  type ProviderRelease,
  releaseThroughProvider,
} from "../../ledger"
import type { ReleasePaymentRecord } from "../../modules/refunds/order-release-record"
import { findStripeRelease, sendStripeRelease } from "../../stripe"
import { refundsModule, stripeFor } from "../common/refunds-module"
import {
  type ProviderRequest,
  STRIPE_KEY_LIFETIME_MS,
} from "./provider-request"
import { recordReleaseOutcome } from "./record-release-outcome"

/**
 * The request to capture less than was authorised, or to cancel. A payment is
 * captured or cancelled once, so that a repeat does not do it twice even where a
 * provider knows no keys.
 */
export function releaseRequest(
  container: MedusaContainer,
  payment: ReleasePaymentRecord,
  actor: string
): ProviderRequest<ReleaseOutcome> {
  const { idempotency_key, provider_id } = payment
  const { payment_intent, minor_amount } = payment.request
  const client = stripeFor(container, provider_id)
  const stripe =
    client && payment_intent
      ? { client, request: { payment_intent, minor_amount, idempotency_key } }
      : null
  return {
    first_attempt_at: payment.first_attempt_at,
    key_lifetime_ms: STRIPE_KEY_LIFETIME_MS,
    begin(attempt, now) {
      const first = attempt === "first"
      return refundsModule(container).releasePayments.transition({
        release_payment_id: payment.id,
        from: first ? ["reserved"] : ["submitting", "unknown"],
        to: first ? "submitting" : "unknown",
        patch: {
          attempts: payment.attempts + 1,
          ...(first ? { first_attempt_at: now } : {}),
        },
        audit: { actor, action: first ? "submitting" : "repeated" },
      })
    },
    send: async () =>
      stripe
        ? sendStripeRelease(stripe.client, stripe.request)
        : releaseThroughProvider(
            container,
            await toProviderRelease(container, payment)
          ),
    async find() {
      if (stripe) {
        return findStripeRelease(stripe.client, stripe.request)
      }
      const release = await toProviderRelease(container, payment)
      try {
        return await findThroughProvider(container, release)
      } catch {
        // Providers need not have this method: Medusa's own manual one throws.
        return null
      }
    },
    record: (outcome) =>
      recordReleaseOutcome(container, payment, outcome, actor),
  }
}

/** What a provider that is not Stripe is asked. */
async function toProviderRelease(
  container: MedusaContainer,
  { payment_id, provider_id, action, idempotency_key }: ReleasePaymentRecord
): Promise<ProviderRelease> {
  const { data } = await container
    .resolve(Modules.PAYMENT)
    .retrievePayment(payment_id, { select: ["id", "data"] })
  return { provider_id, action, data: data ?? {}, idempotency_key }
}
