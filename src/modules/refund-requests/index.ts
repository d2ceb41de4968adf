import { Module } from "@medusajs/framework/utils"
import { RefundRequestsModuleService } from "./service"

/** The key under which Medusa's container holds the requests of customers. */
export const REFUND_REQUESTS_MODULE = "refund_requests"

export default Module(REFUND_REQUESTS_MODULE, {
  service: RefundRequestsModuleService,
})
