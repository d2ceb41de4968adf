import { MedusaError, PaymentSessionStatus } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { ReleaseOutcome } from "../../domain"
import { captureModule } from "../undocumented/undocumented-captures"

/** A request to a payment's own Medusa provider, for payments not at Stripe. */
export type ProviderRelease = {
  provider_id: string
  action: "capture" | "cancel"
  data: Record<string, unknown>
  idempotency_key: string
}

/** Medusa's words for "no"; others are what some providers wrap a timeout in. */
const REFUSALS: readonly unknown[] = [
  MedusaError.Types.NOT_ALLOWED,
  MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
]

/**
 * Captures or cancels through Medusa's provider. The key is ours and stays the
 * same over repeats. Medusa gives a provider no amount to capture: whether it
 * takes the lower one is its own affair, and the plan warns of that.
 */
export async function releaseThroughProvider(
  container: MedusaContainer,
  { provider_id, action, data, idempotency_key }: ProviderRelease
): Promise<ReleaseOutcome> {
  const { paymentProviderService_: providers } = captureModule(container)
  const input = { data, context: { idempotency_key } }
  try {
    const answer =
      action === "capture"
        ? await providers.capturePayment(provider_id, input)
        : await providers.cancelPayment(provider_id, input)
    return { kind: "accepted", data: answer.data ?? {} }
  } catch (error) {
    const { type, message } = error as { type?: unknown; message?: unknown }
    return {
      kind: REFUSALS.includes(type) ? "declined" : "unknown",
      code: "provider_error",
      message:
        typeof message === "string" ? message : "The provider gave no reason.",
    }
  }
}

/**
 * Asks the provider what became of a request whose answer never came.
 *
 * @returns null while the authorisation waits as before: nothing was carried out
 * @throws whatever the provider throws: proves nothing
 */
export async function findThroughProvider(
  container: MedusaContainer,
  { provider_id, action, data }: ProviderRelease
): Promise<ReleaseOutcome | null> {
  const { status } = await captureModule(
    container
  ).paymentProviderService_.getStatus(provider_id, { data })
  const wanted =
    action === "capture"
      ? PaymentSessionStatus.CAPTURED
      : PaymentSessionStatus.CANCELED
  if (status === wanted) {
    return { kind: "accepted", data: {} }
  }
  return status === PaymentSessionStatus.AUTHORIZED
    ? null
    : {
        kind: "unknown",
        code: "provider_error",
        message: `The provider says that the payment is ${status}.`,
      }
}
