import { model } from "@medusajs/framework/utils"

/** A dispute of a payment as Stripe last told it. */
export const PaymentDispute = model
  .define("refunds_payment_dispute", {
    /** Stripe's id (`du_...`). */
    id: model.text().primaryKey(),
    order_id: model.text(),
    payment_id: model.text(),
    status: model.text(),
    reason: model.text(),
    currency_code: model.text(),
    amount: model.text(),
    /** Stripe's word, which alone decides: a status list would age. */
    is_charge_refundable: model.boolean(),
    opened_at: model.dateTime(),
  })
  .indexes([
    { on: ["order_id"] },
    { on: ["payment_id"] },
    {
      name: "IDX_refunds_payment_dispute_open",
      on: ["id"],
      where:
        "status NOT IN ('won', 'lost', 'warning_closed', 'prevented') AND deleted_at IS NULL",
    },
  ])
