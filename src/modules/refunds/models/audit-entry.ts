import { model } from "@medusajs/framework/utils"
import { OrderEdit } from "./order-edit"
import { OrderRefund } from "./order-refund"
import { OrderRelease } from "./order-release"

/**
 * One entry of the audit trail of a refund, an edit or a release: who or what
 * changed what, from, to, when. A database trigger refuses every update and
 * delete (see the migration).
 */
export const AuditEntry = model
  .define("refunds_audit_entry", {
    id: model.id({ prefix: "refaud" }).primaryKey(),
    /** The order of the trail: several entries can share a moment. */
    sequence: model.autoincrement(),
    /** The request to a payment provider that it is about, where it is. */
    request_id: model.text().nullable(),
    /** `user:<id>`, `stripe`, or the name of our job or workflow. */
    actor: model.text(),
    action: model.text(),
    from_status: model.text().nullable(),
    to_status: model.text().nullable(),
    stripe_request_id: model.text().nullable(),
    details: model.json().nullable(),
    order_refund: model
      .belongsTo(() => OrderRefund, { mappedBy: "events" })
      .nullable(),
    order_edit: model
      .belongsTo(() => OrderEdit, { mappedBy: "events" })
      .nullable(),
    order_release: model
      .belongsTo(() => OrderRelease, { mappedBy: "events" })
      .nullable(),
  })
  .checks([
    {
      name: "refunds_audit_entry_subject_check",
      expression:
        "num_nonnulls(order_refund_id, order_edit_id, order_release_id) = 1",
    },
  ])
