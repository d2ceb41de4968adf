import { model } from "@medusajs/framework/utils"
import { RefundRequest } from "./refund-request"

/** A picture that a customer added. Its file is private: only staff can open it. */
export const RefundRequestPhoto = model.define(
  { name: "refund_request_photo", tableName: "refunds_request_photo" },
  {
    id: model.id({ prefix: "refreqphoto" }).primaryKey(),
    position: model.number(),
    /** Of Medusa's file module. */
    file_id: model.text(),
    /** By its content, not by what the customer's browser said. */
    mime_type: model.text(),
    size: model.number(),
    refund_request: model.belongsTo(() => RefundRequest, {
      mappedBy: "photos",
    }),
  }
)
