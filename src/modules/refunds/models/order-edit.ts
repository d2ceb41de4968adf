import { model } from "@medusajs/framework/utils"
import { AuditEntry } from "./audit-entry"

/**
 * One edit of an order with its money: what was asked, what it was to do, and
 * how far the money is. Written before the order is changed.
 */
export const OrderEdit = model
  .define("refunds_order_edit", {
    id: model.id({ prefix: "oredit" }).primaryKey(),
    order_id: model.text(),
    /** `editing` until Medusa's order change is confirmed, then `edited`. */
    status: model.enum(["editing", "edited"]),
    /** `planned`, then one of the settlement's. */
    settlement_status: model.enum([
      "planned",
      "settled",
      "processing",
      "waiting",
      "failed",
      "owing",
    ]),
    request: model.json(),
    preview: model.json(),
    settlement: model.json(),
    note: model.text().nullable(),
    created_by: model.text().nullable(),
    /** The `Idempotency-Key` of the request, and what it was first used for. */
    idempotency_key: model.text().nullable(),
    request_hash: model.text(),
    events: model.hasMany(() => AuditEntry, { mappedBy: "order_edit" }),
  })
  .indexes([
    { on: ["order_id"] },
    { on: ["settlement_status"] },
    {
      on: ["idempotency_key"],
      unique: true,
      where: "idempotency_key IS NOT NULL AND deleted_at IS NULL",
    },
  ])
