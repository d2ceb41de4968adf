import {
  lessThanOrEqual,
  type MedusaOrder,
  type OrderReference,
  type OrderRefundRecord,
} from "../../domain"
import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

/**
 * What a credit line says after a refund by Medusa's own button, or by its
 * cancellation: what Medusa would have written, the refund reason or else the
 * payment collection. Storefronts and reports may read it. Null for our own
 * refunds, whose credit line names them.
 * Source: @medusajs/core-flows/dist/order/workflows/payments/create-order-refund-credit-lines.js
 */
export async function shownReference(
  container: MedusaContainer,
  { source, refund_reason_id }: OrderRefundRecord,
  { collections }: MedusaOrder,
  credit: string
): Promise<OrderReference | null> {
  if (source !== "medusa" || lessThanOrEqual(credit, "0")) {
    return null
  }
  const [reason] = refund_reason_id
    ? await container
        .resolve(Modules.PAYMENT)
        .listRefundReasons(
          { id: refund_reason_id },
          { select: ["id", "label", "code"], withDeleted: true }
        )
    : []
  const { code } = (reason ?? {}) as { code?: string }
  return {
    reference: reason?.label ?? "payment_collection",
    reference_id: code ?? collections[0]?.id ?? "",
  }
}
