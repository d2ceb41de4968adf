import { model } from "@medusajs/framework/utils"
import { ORDER_REFUND_LINE_KINDS, RESTOCKS } from "../../../domain"
import { OrderRefund } from "./order-refund"

/** One part of an order refund. Assigning or withdrawing replaces it (soft delete). */
export const OrderRefundLine = model
  .define(
    { name: "order_refund_line", tableName: "refunds_order_refund_line" },
    {
      id: model.id({ prefix: "orrl" }).primaryKey(),
      position: model.number(),
      kind: model.enum([...ORDER_REFUND_LINE_KINDS]),
      item_id: model.text().nullable(),
      shipping_method_id: model.text().nullable(),
      title: model.text(),
      quantity: model.number(),
      unit_amount: model.text(),
      subtotal: model.text(),
      discount_total: model.text(),
      tax_total: model.text(),
      /** `{ lines: [{ code, rate, amount }] }` */
      tax_lines: model.json(),
      amount: model.text(),
      restock: model.enum([...RESTOCKS]),
      /** Null: the refund's own. */
      refund_reason_id: model.text().nullable(),
      /** The caller's: text by key. */
      metadata: model.json().nullable(),
      order_refund: model.belongsTo(() => OrderRefund, { mappedBy: "lines" }),
    }
  )
  .indexes([{ on: ["item_id"] }])
