import { refundError } from "./refund-error"

/**
 * Makes sure that an idempotency key asks for what it was first used for.
 *
 * @throws idempotency_key_reused
 */
export function assertSameRequest(
  what: "refund" | "release" | "edit",
  first: {
    id: string
    request_hash: string | null
    idempotency_key: string | null
  },
  requestHash: string
): void {
  if (first.request_hash !== requestHash) {
    throw refundError({
      code: "idempotency_key_reused",
      message: `The idempotency key ${first.idempotency_key} was used for ${first.id} with another request. Use a new key for a new ${what}.`,
      details: { [`order_${what}_id`]: first.id },
    })
  }
}
