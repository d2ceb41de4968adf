import { model } from "@medusajs/framework/utils"

/**
 * What the plugin holds of an order for its customer. The row is the lock under
 * which requests for the order are counted, so that a unit is asked for once.
 */
export const RequestOrder = model.define("refunds_request_order", {
  order_id: model.text().primaryKey(),
  /** Links that were signed with a smaller number are void. */
  link_version: model.number().default(0),
})
