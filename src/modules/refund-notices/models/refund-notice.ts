import { model } from "@medusajs/framework/utils"
import { NOTICE_STATES } from "../types"

/**
 * Something that a customer is to be told: one row for each entry of an audit trail
 * that means so (docs/adr/0013). The address is not in it; it is read from the order
 * when the message is sent.
 */
export const RefundNotice = model
  .define("refunds_notice", {
    id: model.id({ prefix: "refnot" }).primaryKey(),
    /** The entry of the trail: what is collected twice is one notice. */
    key: model.text(),
    /** What the entry means; when it is sent, what was told. */
    template: model.text(),
    channel: model.text().default("email"),
    order_id: model.text(),
    order_refund_id: model.text().nullable(),
    order_edit_id: model.text().nullable(),
    refund_request_id: model.text().nullable(),
    locale: model.text().nullable(),
    /** What the message was told with. */
    data: model.json().nullable(),
    /** The movements of money that it tells of. */
    about: model.json().nullable(),
    state: model.enum([...NOTICE_STATES]).default("waiting"),
    attempts: model.number().default(0),
    /** When it is due; while it is being sent, when its worker's lease ends. */
    next_at: model.dateTime(),
    sent_at: model.dateTime().nullable(),
    /** Medusa's notification, which has the provider's id of the message. */
    notification_id: model.text().nullable(),
    /** Why it was left out, or could not be sent. */
    note: model.text().nullable(),
  })
  .indexes([
    { on: ["key"], unique: true },
    { on: ["order_id"] },
    { on: ["order_refund_id"] },
    {
      name: "IDX_refunds_notice_due",
      on: ["next_at"],
      where: "state IN ('waiting', 'sending') AND deleted_at IS NULL",
    },
    {
      name: "IDX_refunds_notice_failed",
      on: ["id"],
      where: "state = 'failed' AND deleted_at IS NULL",
    },
  ])
