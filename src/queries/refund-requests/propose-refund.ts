import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminRefundRequestProposalResponse } from "../../types"
import {
  getRefundRequest,
  proposeRefundOf,
} from "../../workflows/refund-requests"

/**
 * What approving a request would refund now, and how that differs from what the
 * customer asked for.
 *
 * @throws refund_request_not_found, order_not_found
 */
export async function proposeRefund(
  container: MedusaContainer,
  id: string
): Promise<AdminRefundRequestProposalResponse["proposal"]> {
  const { request, changed, fees } = await proposeRefundOf(
    container,
    await getRefundRequest(container, id)
  )
  return { request, changed, fees }
}
