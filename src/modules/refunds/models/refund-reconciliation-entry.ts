import { model } from "@medusajs/framework/utils"
import { RefundReconciliation } from "./refund-reconciliation"

/** What a reconciliation did, or could not mend, for one order. */
export const RefundReconciliationEntry = model.define(
  "refunds_reconciliation_entry",
  {
    id: model.id({ prefix: "refrece" }).primaryKey(),
    sequence: model.autoincrement(),
    kind: model.enum(["imported", "changed", "resolved", "drift"]),
    order_id: model.text(),
    order_display_id: model.number().nullable(),
    payment_id: model.text(),
    order_refund_id: model.text().nullable(),
    message: model.text(),
    reconciliation: model.belongsTo(() => RefundReconciliation, {
      mappedBy: "entries",
    }),
  }
)
