import { model } from "@medusajs/framework/utils"
import { OrderRefund } from "./order-refund"

/**
 * One entry of the audit trail: who or what changed what, from, to, when.
 * A database trigger refuses every update and delete (see the migration).
 */
export const OrderRefundEvent = model.define("order_refund_event", {
  id: model.id({ prefix: "orrev" }).primaryKey(),
  /** The order of the trail: several entries can share a moment. */
  sequence: model.autoincrement(),
  refund_transaction_id: model.text().nullable(),
  /** `user:<id>`, `stripe`, or the name of our job or workflow. */
  actor: model.text(),
  action: model.text(),
  from_status: model.text().nullable(),
  to_status: model.text().nullable(),
  stripe_request_id: model.text().nullable(),
  details: model.json().nullable(),
  order_refund: model.belongsTo(() => OrderRefund, { mappedBy: "events" }),
})
