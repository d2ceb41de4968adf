import { model } from "@medusajs/framework/utils"
import { ORDER_RELEASE_STATUSES } from "../../../domain"
import { AuditEntry } from "./audit-entry"
import { OrderReleasePayment } from "./order-release-payment"

/**
 * Authorised money that is let go instead of captured: which lines leave the
 * order, and what becomes of its payments. Its history is in `events`.
 */
export const OrderRelease = model
  .define("refunds_order_release", {
    id: model.id({ prefix: "ordrel" }).primaryKey(),
    order_id: model.text(),
    kind: model.enum(["void", "capture_less"]),
    status: model.enum([...ORDER_RELEASE_STATUSES]),
    currency_code: model.text(),
    /** Amounts are exact decimals in major units; a float would lose digits. */
    authorized: model.text(),
    released: model.text(),
    capture_amount: model.text(),
    /** What a credit line must take off the total, once the lines are gone. */
    rounding: model.text(),
    lines: model.json(),
    /** The payment collections' amounts before, for undoing. */
    collections: model.json(),
    note: model.text().nullable(),
    created_by: model.text().nullable(),
    plan_hash: model.text(),
    idempotency_key: model.text().nullable(),
    request_hash: model.text(),
    /** Set when Medusa's books say everything that this release did. */
    booked_at: model.dateTime().nullable(),
    events: model.hasMany(() => AuditEntry, { mappedBy: "order_release" }),
    payments: model.hasMany(() => OrderReleasePayment, {
      mappedBy: "order_release",
    }),
  })
  .indexes([
    { on: ["order_id"] },
    { on: ["status"] },
    // Null while it is not finished.
    { on: ["booked_at"], where: "status <> 'failed' AND deleted_at IS NULL" },
    {
      on: ["idempotency_key"],
      unique: true,
      where: "idempotency_key IS NOT NULL AND deleted_at IS NULL",
    },
  ])
