import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { refundError } from "./refund-error"

/**
 * Medusa's refund row points at its reason: an unknown one would be refused
 * only after the money has moved.
 *
 * @throws refund_reason_not_found
 */
export async function assertRefundReason(
  container: MedusaContainer,
  id: string | null | undefined
): Promise<void> {
  if (!id) {
    return
  }
  const [reason] = await container
    .resolve(Modules.PAYMENT)
    .listRefundReasons({ id }, { select: ["id"] })
  if (!reason) {
    throw refundError({
      code: "refund_reason_not_found",
      message: `Refund reason ${id} does not exist.`,
      details: { field: "refund_reason_id" },
    })
  }
}
