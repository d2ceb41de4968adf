import { model } from "@medusajs/framework/utils"
import { RELEASE_PAYMENT_STATUSES } from "../../../domain"
import { OrderRelease } from "./order-release"

/** What a release does to one authorised payment: capture less of it, or cancel it. */
export const OrderReleasePayment = model
  .define("refunds_order_release_payment", {
    id: model.id({ prefix: "relpay" }).primaryKey(),
    position: model.number(),
    payment_id: model.text(),
    provider_id: model.text(),
    action: model.enum(["capture", "cancel"]),
    authorized: model.text(),
    released: model.text(),
    capture_amount: model.text(),
    /** The amount that Medusa's payment had before, for undoing. */
    medusa_amount: model.text(),
    status: model.enum([...RELEASE_PAYMENT_STATUSES]),
    /** The gateway's key and the exact request: a repeat must be byte-equal. */
    idempotency_key: model.text(),
    request: model.json(),
    failure_code: model.text().nullable(),
    failure_reason: model.text().nullable(),
    attempts: model.number().default(0),
    first_attempt_at: model.dateTime().nullable(),
    order_release: model.belongsTo(() => OrderRelease, {
      mappedBy: "payments",
    }),
  })
  .indexes([{ on: ["payment_id"] }, { on: ["idempotency_key"], unique: true }])
