import { Module } from "@medusajs/framework/utils"
import { RefundNoticesModuleService } from "./service"

/** The key under which Medusa's container holds the module of notices. */
export const REFUND_NOTICES_MODULE = "refund_notices"

export default Module(REFUND_NOTICES_MODULE, {
  service: RefundNoticesModuleService,
})
