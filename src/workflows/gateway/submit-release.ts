import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  hasReleasedMoney,
  inOrderOfRisk,
  isOutcomeOpen,
  type ReleaseOutcome,
} from "../../domain"
import {
  captureModule,
  releaseThroughProvider,
  type ProviderRelease,
} from "../../ledger"
import type { ReleasePaymentRecord } from "../../modules/refunds/order-release-record"
import { sendStripeRelease, type StripeReleaseRequest } from "../../stripe"
import { renewOrderLock, type OrderLock } from "../common/order-lock"
import { refundsModule, stripeFor } from "../common/refunds-module"
import { getOrderRelease } from "../common/get-order-release"

/** The stored request of a payment at Stripe. */
export const stripeRequest = (
  { request, idempotency_key }: ReleasePaymentRecord,
  payment_intent: string
): StripeReleaseRequest => ({
  payment_intent,
  minor_amount: request.minor_amount,
  idempotency_key,
})

/** The request of a payment that is not at Stripe. */
export async function providerRequest(
  container: MedusaContainer,
  { payment_id, provider_id, action, idempotency_key }: ReleasePaymentRecord
): Promise<ProviderRelease> {
  const { data } = await container
    .resolve(Modules.PAYMENT)
    .retrievePayment(payment_id, { select: ["id", "data"] })
  return { provider_id, action, data: data ?? {}, idempotency_key }
}

/** Sends a payment's stored request to its gateway. */
export async function sendRelease(
  container: MedusaContainer,
  payment: ReleasePaymentRecord
): Promise<ReleaseOutcome> {
  const stripe = stripeFor(container, payment.provider_id)
  const { payment_intent } = payment.request
  return stripe && payment_intent
    ? sendStripeRelease(stripe, stripeRequest(payment, payment_intent))
    : releaseThroughProvider(
        container,
        await providerRequest(container, payment)
      )
}

/** Writes down what the gateway answered. */
export async function recordReleaseOutcome(
  container: MedusaContainer,
  payment: ReleasePaymentRecord,
  outcome: ReleaseOutcome,
  actor: string
): Promise<void> {
  const failed =
    outcome.kind === "accepted"
      ? null
      : { code: outcome.code, message: outcome.message }
  if (outcome.kind === "accepted" && Object.keys(outcome.data).length) {
    const payments = captureModule(container)
    const { data } = await payments.retrievePayment(payment.payment_id)
    await payments.updatePayment({
      id: payment.payment_id,
      data: { ...data, ...outcome.data },
    })
  }
  await refundsModule(container).releases.movePayment({
    release_payment_id: payment.id,
    from: ["submitting", "unknown"],
    to: (
      { accepted: "succeeded", declined: "failed", unknown: "unknown" } as const
    )[outcome.kind],
    patch: {
      failure_code: failed?.code ?? null,
      failure_reason: failed?.message ?? null,
    },
    audit: {
      actor,
      action: `gateway_${outcome.kind}`,
      stripe_request_id: outcome.request_id ?? null,
      ...(failed ? { details: failed } : {}),
    },
  })
}

/**
 * Asks the gateways for what is still reserved, one after the other. It stops at
 * an outcome that is not known, and at a refusal while everything can be undone.
 */
export async function submitRelease(
  container: MedusaContainer,
  releaseId: string,
  lock: OrderLock,
  actor: string
): Promise<void> {
  const { payments } = await getOrderRelease(container, releaseId)
  for (const payment of inOrderOfRisk(payments)) {
    if (payment.status !== "reserved") {
      continue
    }
    await renewOrderLock(container, lock)
    const moved = await refundsModule(container).releases.movePayment({
      release_payment_id: payment.id,
      from: ["reserved"],
      to: "submitting",
      patch: { attempts: 1, first_attempt_at: new Date() },
      audit: { actor, action: "submitting" },
    })
    if (moved) {
      const outcome = await sendRelease(container, payment)
      await recordReleaseOutcome(container, payment, outcome, actor)
    }
    const release = await getOrderRelease(container, releaseId)
    if (isOutcomeOpen(release) || !hasReleasedMoney(release)) {
      return
    }
  }
}
