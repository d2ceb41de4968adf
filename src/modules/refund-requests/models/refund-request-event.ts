import { model } from "@medusajs/framework/utils"
import { RefundRequest } from "./refund-request"

/**
 * One entry of the trail of a request: who changed what, from, to, when. A
 * database trigger refuses every update and delete (see the migration).
 */
export const RefundRequestEvent = model.define(
  { name: "refund_request_event", tableName: "refunds_request_event" },
  {
    id: model.id({ prefix: "refreqev" }).primaryKey(),
    /** The order of the trail: several entries can share a moment. */
    sequence: model.autoincrement(),
    /** `customer`, `user:<id>`, `policy`, or the name of our job or workflow. */
    actor: model.text(),
    action: model.text(),
    from_status: model.text().nullable(),
    to_status: model.text().nullable(),
    details: model.json().nullable(),
    refund_request: model.belongsTo(() => RefundRequest, {
      mappedBy: "events",
    }),
  }
)
