import type { MedusaContainer } from "@medusajs/framework/types"
import type { GatewayOutcome } from "../domain/gateway-outcome"
import type { Decimal } from "../domain/plan-types"
import { paymentModule } from "./undocumented"

/** Errors of the network: the provider may have acted. */
const NETWORK_ERRORS =
  /ECONNRESET|ECONNABORTED|ECONNREFUSED|ETIMEDOUT|EPIPE|EAI_AGAIN|ENOTFOUND|timed? ?out|socket hang up|network|abort/i

/**
 * Refunds through a payment's own Medusa provider, for payments that are not at
 * Stripe. The key is ours and stays the same over repeats, which Medusa's own
 * method cannot do.
 *
 * Providers have no common error classes. What looks like the network is an
 * unknown outcome; everything else counts as the provider's refusal.
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
    const { message, code } = describe(error)
    return NETWORK_ERRORS.test(`${code} ${message}`)
      ? { kind: "unknown", code, message }
      : { kind: "declined", code, message }
  }
}

function describe(error: unknown): { message: string; code: string } {
  if (!(error instanceof Object)) {
    return { message: String(error), code: "provider_error" }
  }
  const { message, code } = error as { message?: unknown; code?: unknown }
  return {
    message: typeof message === "string" ? message : "The provider refused.",
    code: typeof code === "string" && code ? code : "provider_error",
  }
}
