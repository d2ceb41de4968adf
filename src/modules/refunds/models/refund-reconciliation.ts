import { model } from "@medusajs/framework/utils"
import { RefundReconciliationEntry } from "./refund-reconciliation-entry"

/** One comparison of the store with Stripe: how far it got and what it found. */
export const RefundReconciliation = model
  .define("refunds_reconciliation", {
    id: model.id({ prefix: "refrec" }).primaryKey(),
    status: model.enum(["running", "completed", "failed"]),
    trigger: model.enum(["schedule", "manual"]),
    started_by: model.text().nullable(),
    lane: model
      .enum(["refunds", "unsettled", "disputes", "medusa", "unknown"])
      .nullable(),
    refunds_read: model.number().default(0),
    payments_read: model.number().default(0),
    imported: model.number().default(0),
    changed: model.number().default(0),
    resolved: model.number().default(0),
    drift: model.number().default(0),
    /** Refunds at Stripe that belong to no order of the store, and the newest of them. */
    unmatched: model.number().default(0),
    unmatched_refunds: model.json().nullable(),
    error: model.text().nullable(),
    started_at: model.dateTime(),
    /** Put forward while it works: an old one means that its process died. */
    alive_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
    entries: model.hasMany(() => RefundReconciliationEntry, {
      mappedBy: "reconciliation",
    }),
  })
  .indexes([{ on: ["status"] }, { on: ["started_at"] }])
