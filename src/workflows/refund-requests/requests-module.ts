import type { MedusaContainer } from "@medusajs/framework/types"
import { REFUND_REQUESTS_MODULE } from "../../modules/refund-requests"
import type { RefundRequestsModuleService } from "../../modules/refund-requests/service"

/** The module of customers' requests. */
export const requestsModule = (
  container: MedusaContainer
): RefundRequestsModuleService => container.resolve(REFUND_REQUESTS_MODULE)
