import { model } from "@medusajs/framework/utils"
import { OrderRelease } from "./order-release"

/** What a release does to one authorised payment: capture less of it, or cancel it. */
export const OrderReleasePayment = model
  .define("order_release_payment", {
    id: model.id({ prefix: "relpay" }).primaryKey(),
    position: model.number(),
    payment_id: model.text(),
    provider_id: model.text(),
    /** `capture` or `cancel`. */
    action: model.text(),
    authorized: model.text(),
    released: model.text(),
    capture_amount: model.text(),
    /** The amount that Medusa's payment had before, for undoing. */
    medusa_amount: model.text(),
    status: model.text(),
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
