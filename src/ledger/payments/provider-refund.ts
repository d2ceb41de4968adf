import { MedusaError } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Decimal, GatewayOutcome } from "../../domain"
import { paymentModule } from "../undocumented/undocumented"

/**
 * Medusa's words for "no". Others, such as `invalid_data`, are what some
 * providers wrap every error in, a timeout included.
 */
const REFUSALS: readonly string[] = [
  MedusaError.Types.NOT_ALLOWED,
  MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
]

/** Answers of HTTP that refuse the refund itself, not something read afterwards. */
const REFUSED = [400, 402, 422]

/**
 * Refunds through a payment's own Medusa provider, for payments that are not at
 * Stripe. The key is ours and stays the same over repeats, which Medusa's own
 * method cannot do.
 *
 * Providers have no common error classes. Only a `MedusaError` that says no, or
 * an HTTP answer that refuses, proves that no money moved; after anything else it
 * may have, and a person says what the provider's own pages show.
 */
export async function refundThroughProvider(
  container: MedusaContainer,
  refund: {
    provider_id: string
    data: Record<string, unknown>
    amount: Decimal
    idempotency_key: string
  }
): Promise<GatewayOutcome> {
  const { paymentProviderService_ } = paymentModule(container)
  try {
    await paymentProviderService_.refundPayment(refund.provider_id, {
      data: refund.data,
      amount: refund.amount,
      context: { idempotency_key: refund.idempotency_key },
    })
    return { kind: "accepted", status: "succeeded", stripe_refund_id: null }
  } catch (error) {
    return {
      kind: isRefusal(error) ? "declined" : "unknown",
      ...describe(error),
    }
  }
}

function isRefusal(error: unknown): boolean {
  if (!(error instanceof Object)) {
    return false
  }
  if ("type" in error && MedusaError.isMedusaError(error)) {
    return REFUSALS.includes(String(error.type))
  }
  const { status, statusCode, response } = error as {
    status?: unknown
    statusCode?: unknown
    response?: { status?: unknown }
  }
  const http = [statusCode, status, response?.status].find(
    (each) => typeof each === "number"
  )
  return typeof http === "number" && REFUSED.includes(http)
}

function describe(error: unknown): { message: string; code: string } {
  if (!(error instanceof Object)) {
    return { message: String(error), code: "provider_error" }
  }
  const { message, code } = error as { message?: unknown; code?: unknown }
  return {
    message:
      typeof message === "string" ? message : "The provider gave no reason.",
    code: typeof code === "string" && code ? code : "provider_error",
  }
}
