import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import RefundsModule from "../modules/refunds"

/**
 * Lets `query.graph` read an order with its refunds. Nothing is stored for it: an
 * order refund names its order.
 *
 * @example
 * query.graph({ entity: "order", fields: ["id", "order_refunds.*"] })
 */
export default defineLink(
  { linkable: OrderModule.linkable.order, field: "id" },
  { ...RefundsModule.linkable.orderRefund.id, primaryKey: "order_id" },
  { readOnly: true, isList: true }
)
