import type { MedusaContainer } from "@medusajs/framework/types"
import type { RefundRequestRecord } from "../../modules/refund-requests/types"
import { refundError } from "../common/refund-error"
import { requestsModule } from "./requests-module"

/**
 * A request of a customer.
 *
 * @throws refund_request_not_found
 */
export async function getRefundRequest(
  container: MedusaContainer,
  id: string
): Promise<RefundRequestRecord> {
  const request = await requestsModule(container).requests.find({ id })
  if (!request) {
    throw requestNotFound(id)
  }
  return request
}

export const requestNotFound = (id: string) =>
  refundError({
    code: "refund_request_not_found",
    message: `Refund request ${id} does not exist.`,
  })
