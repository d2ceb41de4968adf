import { model } from "@medusajs/framework/utils"
import { RefundRequest } from "./refund-request"

/** Units of an item that a customer asked to be refunded. */
export const RefundRequestLine = model.define(
  { name: "refund_request_line", tableName: "refunds_request_line" },
  {
    id: model.id({ prefix: "refreqline" }).primaryKey(),
    position: model.number(),
    item_id: model.text(),
    title: model.text(),
    quantity: model.number(),
    refund_reason_id: model.text().nullable(),
    refund_request: model.belongsTo(() => RefundRequest, {
      mappedBy: "lines",
    }),
  }
)
