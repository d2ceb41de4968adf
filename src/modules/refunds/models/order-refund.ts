import { model } from "@medusajs/framework/utils"
import { ORDER_REFUND_SOURCES, ORDER_REFUND_STATUSES } from "../../../domain"
import { AuditEntry } from "./audit-entry"
import { OrderRefundLine } from "./order-refund-line"
import { RefundTransaction } from "./refund-transaction"

/**
 * One merchant action: what is refunded, why and by whom. Its money moves in
 * `transactions`; its history is in `events`.
 */
export const OrderRefund = model
  .define(
    { name: "order_refund", tableName: "refunds_order_refund" },
    {
      id: model.id({ prefix: "orref" }).primaryKey(),
      display_id: model.autoincrement(),
      order_id: model.text(),
      order_display_id: model.number().nullable(),
      status: model.enum([...ORDER_REFUND_STATUSES]),
      source: model.enum([...ORDER_REFUND_SOURCES]),
      currency_code: model.text(),
      /** Amounts are exact decimals in major units; a float would lose digits. */
      amount: model.text(),
      subtotal: model.text(),
      discount_total: model.text(),
      tax_total: model.text(),
      refund_reason_id: model.text().nullable(),
      /** The caller's: text by key. */
      metadata: model.json().nullable(),
      note: model.text().searchable().nullable(),
      customer_note: model.text().nullable(),
      notify_customer: model.boolean().default(false),
      created_by: model.text().nullable(),
      plan_hash: model.text().nullable(),
      /** The `Idempotency-Key` of the request, and what it was first used for. */
      idempotency_key: model.text().nullable(),
      request_hash: model.text().nullable(),
      /** Credit lines that Medusa itself wrote for it: its own refunds. */
      native_credit: model.text().default("0"),
      /** Set when a merchant cancelled it: what is cancelled then is not owed. */
      cancel_requested_at: model.dateTime().nullable(),
      /** Set when the grant was given back: the lines count no more. */
      revoked_at: model.dateTime().nullable(),
      /** Set when Medusa's books say everything that this refund did. */
      booked_at: model.dateTime().nullable(),
      lines: model.hasMany(() => OrderRefundLine, { mappedBy: "order_refund" }),
      events: model.hasMany(() => AuditEntry, { mappedBy: "order_refund" }),
      transactions: model.hasMany(() => RefundTransaction, {
        mappedBy: "order_refund",
      }),
    }
  )
  .indexes([
    { on: ["order_id"] },
    { on: ["order_display_id"] },
    { on: ["display_id"] },
    { on: ["created_at"] },
    // What a list is filtered by, with the order that it has.
    { on: ["status", "created_at"] },
    { on: ["source", "created_at"] },
    { on: ["refund_reason_id", "created_at"] },
    {
      name: "IDX_refunds_order_refund_unfinished",
      on: ["updated_at"],
      where:
        "(status = 'processing' OR booked_at IS NULL) AND deleted_at IS NULL",
    },
    {
      on: ["idempotency_key"],
      unique: true,
      where: "idempotency_key IS NOT NULL AND deleted_at IS NULL",
    },
  ])
