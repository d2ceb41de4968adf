import { model } from "@medusajs/framework/utils"
import { OrderRelease } from "./order-release"

/**
 * One entry of a release's audit trail. A database trigger refuses every update
 * and delete (see the migration).
 */
export const OrderReleaseEvent = model.define("order_release_event", {
  id: model.id({ prefix: "relev" }).primaryKey(),
  /** The order of the trail: several entries can share a moment. */
  sequence: model.autoincrement(),
  release_payment_id: model.text().nullable(),
  /** `user:<id>`, or the name of our job or workflow. */
  actor: model.text(),
  action: model.text(),
  from_status: model.text().nullable(),
  to_status: model.text().nullable(),
  stripe_request_id: model.text().nullable(),
  details: model.json().nullable(),
  order_release: model.belongsTo(() => OrderRelease, { mappedBy: "events" }),
})
