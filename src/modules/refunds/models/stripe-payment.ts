import { model } from "@medusajs/framework/utils"

/**
 * Medusa's payments by what pays them at Stripe: Medusa keeps that in JSON, and
 * has no index for it (docs/adr/0012). `followPayments` brings them up to date
 * before they are asked.
 */
export const StripePayment = model
  .define("refunds_stripe_payment", {
    /** The id of Medusa's payment. */
    id: model.text().primaryKey(),
    /** `data.id`: the payment intent, or the charge of a payment from before there were intents. */
    stripe_id: model.text().nullable(),
    /** `data.latest_charge` */
    charge: model.text().nullable(),
  })
  .indexes([{ on: ["stripe_id"] }, { on: ["charge"] }])
