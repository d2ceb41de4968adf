import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { refundError } from "./refund-error"

/** A reason that a request names, and where in the request. */
export type NamedReason = { field: string; id: string | null | undefined }

/**
 * Medusa's refund row points at its reason: an unknown one would be refused
 * only after the money has moved.
 *
 * @throws refund_reason_not_found
 */
export const assertRefundReason = (
  container: MedusaContainer,
  id: string | null | undefined
): Promise<void> =>
  assertRefundReasons(container, [{ field: "refund_reason_id", id }])

/**
 * The same of several, in one read.
 *
 * @throws refund_reason_not_found for the first that does not exist
 */
export async function assertRefundReasons(
  container: MedusaContainer,
  named: NamedReason[]
): Promise<void> {
  const ids = [...new Set(named.flatMap(({ id }) => id || []))]
  if (!ids.length) {
    return
  }
  const reasons = await container
    .resolve(Modules.PAYMENT)
    .listRefundReasons({ id: ids }, { select: ["id"], take: ids.length })
  const known = new Set(reasons.map(({ id }) => id))
  const missing = named.find(({ id }) => id && !known.has(id))
  if (missing) {
    throw refundError({
      code: "refund_reason_not_found",
      message: `Refund reason ${missing.id} does not exist.`,
      details: { field: missing.field },
    })
  }
}
