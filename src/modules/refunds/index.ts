import { Module } from "@medusajs/framework/utils"
import validateOptionsLoader from "./loaders/validate-options"
import { RefundsModuleService } from "./service"

/** The key under which Medusa's container holds the refunds module. */
export const REFUNDS_MODULE = "refunds"

export default Module(REFUNDS_MODULE, {
  service: RefundsModuleService,
  loaders: [validateOptionsLoader],
})
