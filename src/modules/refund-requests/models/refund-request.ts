import { model } from "@medusajs/framework/utils"
import { REFUND_REQUEST_KINDS, REFUND_REQUEST_STATUSES } from "../../../domain"
import { RefundRequestEvent } from "./refund-request-event"
import { RefundRequestLine } from "./refund-request-line"
import { RefundRequestPhoto } from "./refund-request-photo"

/** What a customer asked for, or declared, and what came of it. */
export const RefundRequest = model
  .define(
    { name: "refund_request", tableName: "refunds_request" },
    {
      id: model.id({ prefix: "refreq" }).primaryKey(),
      display_id: model.autoincrement(),
      kind: model.enum([...REFUND_REQUEST_KINDS]),
      status: model.enum([...REFUND_REQUEST_STATUSES]),
      /** Null for a withdrawal of which no order could be found. */
      order_id: model.text().nullable(),
      /** As the customer knows it; of a withdrawal without an order as it was typed. */
      order_number: model.text(),
      customer_id: model.text().nullable(),
      email: model.text(),
      /** Of the person who withdraws. */
      name: model.text().nullable(),
      /** BCP 47: the language of the mails. */
      locale: model.text().nullable(),
      resolution: model.text(),
      message: model.text().searchable().nullable(),
      /** What the shop asked back, and the text with which it decided. */
      question: model.text().nullable(),
      decision_note: model.text().nullable(),
      decided_by: model.text().nullable(),
      decided_at: model.dateTime().nullable(),
      /** What the merchant agreed to: the body of the refund, so that a crash loses nothing. */
      approval: model.json().nullable(),
      order_refund_id: model.text().nullable(),
      /** The rules that applied when it came, in the words of that day. */
      policy_version: model.text().nullable(),
      policy_snapshot: model.json().nullable(),
      received_at: model.dateTime(),
      /** Until when the money of a withdrawal is due. */
      due_at: model.dateTime().nullable(),
      /** The shop waits for the goods, or for proof that they were sent. */
      waits_for_goods: model.boolean().default(false),
      /** The acknowledgement of a withdrawal exactly as it was sent. */
      receipt: model.text().nullable(),
      /** What it says, to write the mail with. */
      receipt_data: model.json().nullable(),
      receipt_sha256: model.text().nullable(),
      idempotency_key: model.text().nullable(),
      request_hash: model.text(),
      lines: model.hasMany(() => RefundRequestLine, {
        mappedBy: "refund_request",
      }),
      photos: model.hasMany(() => RefundRequestPhoto, {
        mappedBy: "refund_request",
      }),
      events: model.hasMany(() => RefundRequestEvent, {
        mappedBy: "refund_request",
      }),
    }
  )
  .indexes([
    { on: ["order_id", "created_at"] },
    { on: ["customer_id", "created_at"] },
    { on: ["status", "created_at"] },
    { on: ["display_id"] },
    {
      name: "IDX_refunds_request_due",
      on: ["due_at"],
      where:
        "status IN ('submitted', 'needs_info', 'approved') AND due_at IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_refunds_request_unfinished",
      on: ["updated_at"],
      where: "status = 'approved' AND deleted_at IS NULL",
    },
    { on: ["order_refund_id"] },
    {
      on: ["idempotency_key"],
      unique: true,
      where: "idempotency_key IS NOT NULL AND deleted_at IS NULL",
    },
  ])
