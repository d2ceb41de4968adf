import type { MedusaContainer } from "@medusajs/framework/types"
import { REFUND_NOTICES_MODULE } from "../../modules/refund-notices"
import type { RefundNoticesModuleService } from "../../modules/refund-notices/service"

/** The module of what customers are told. */
export const refundNoticesModule = (
  container: MedusaContainer
): RefundNoticesModuleService => container.resolve(REFUND_NOTICES_MODULE)
