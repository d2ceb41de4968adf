import { model } from "@medusajs/framework/utils"
import { REFUND_TRANSACTION_STATUSES } from "../../../domain"
import { OrderRefund } from "./order-refund"

/** One movement of money at the gateway, for one Medusa payment. */
export const RefundTransaction = model
  .define(
    { name: "refund_transaction", tableName: "refunds_transaction" },
    {
      id: model.id({ prefix: "reftrx" }).primaryKey(),
      position: model.number(),
      order_id: model.text(),
      payment_id: model.text(),
      provider_id: model.text(),
      currency_code: model.text(),
      amount: model.text(),
      status: model.enum([...REFUND_TRANSACTION_STATUSES]),
      /** `gateway`; `other`: paid outside of every provider; `refund`: by another refund. */
      method: model.enum(["gateway", "other", "refund"]).default("gateway"),
      /** The gateway's key and the exact request: a repeat must be byte-equal. */
      idempotency_key: model.text(),
      request: model.json(),
      /** Id of the row that the ledger writes in Medusa's `refund` table. */
      medusa_refund_id: model.text(),
      stripe_refund_id: model.text().nullable(),
      failure_code: model.text().nullable(),
      failure_reason: model.text().nullable(),
      reference: model.text().nullable(),
      /** What Stripe says of it beside its status; see `RefundDetails`. */
      reference_status: model.text().nullable(),
      destination_type: model.text().nullable(),
      card_refund_type: model.text().nullable(),
      network_decline_code: model.text().nullable(),
      pending_reason: model.text().nullable(),
      action_email_sent_at: model.dateTime().nullable(),
      action_expires_at: model.dateTime().nullable(),
      fee: model.text().nullable(),
      attempts: model.number().default(0),
      first_attempt_at: model.dateTime().nullable(),
      last_attempt_at: model.dateTime().nullable(),
      /** When the gateway first took it. */
      accepted_at: model.dateTime().nullable(),
      /** Set while Medusa's books contain it. */
      booked_at: model.dateTime().nullable(),
      /** Set when it was retried, settled another way or withdrawn. */
      superseded_at: model.dateTime().nullable(),
      order_refund: model.belongsTo(() => OrderRefund, {
        mappedBy: "transactions",
      }),
    }
  )
  .indexes([
    { on: ["order_id"] },
    { on: ["payment_id"] },
    { on: ["status"] },
    { on: ["idempotency_key"], unique: true },
    { on: ["medusa_refund_id"], unique: true },
    {
      on: ["stripe_refund_id"],
      unique: true,
      where: "stripe_refund_id IS NOT NULL AND deleted_at IS NULL",
    },
  ])
