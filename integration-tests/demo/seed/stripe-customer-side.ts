import Stripe from "stripe"
import type { StripeAccess } from "../../../scripts/demo/store-environment"

/** What a shopper's browser and Stripe's servers do around a payment. */
export type CustomerSide = {
  /** Pays a payment intent with a card, as Stripe.js would in the shop. */
  confirm: (paymentIntentId: string, card: string) => Promise<void>
  /**
   * Saves a card for the customer of a payment intent, who is logged in.
   *
   * @returns the id of the saved payment method
   */
  saveCard: (paymentIntentId: string, card: string) => Promise<string>
  /** Delivers the event that tells the store about it, as Stripe would. */
  announce: (paymentIntentId: string) => Promise<void>
}

/** Opens the customer's side of Stripe or of the emulator. */
export function openCustomerSide(
  access: StripeAccess,
  storeAddress: string
): CustomerSide {
  const stripe = new Stripe(access.apiKey, access.emulator)
  return {
    confirm: async (id, card) => {
      await stripe.paymentIntents.confirm(id, {
        payment_method: card,
        // Stripe asks for it wherever a payment method could redirect.
        return_url: storeAddress,
      })
    },
    saveCard: async (id, card) => {
      const { customer } = await stripe.paymentIntents.retrieve(id)
      if (typeof customer !== "string") {
        throw new Error(`The payment intent ${id} has no customer.`)
      }
      return (await stripe.paymentMethods.attach(card, { customer })).id
    },
    announce: async (id) => {
      const intent = await stripe.paymentIntents.retrieve(id)
      const payload = JSON.stringify({
        id: `evt_demo_${id}`,
        object: "event",
        type: "payment_intent.amount_capturable_updated",
        data: { object: intent },
      })
      const signature = stripe.webhooks.generateTestHeaderString({
        payload,
        secret: access.webhookSecret,
      })
      const answer = await fetch(
        `${storeAddress}/hooks/payment/stripe_stripe`,
        {
          method: "POST",
          headers: {
            "content-type": "application/json",
            "stripe-signature": signature,
          },
          body: payload,
        }
      )
      if (!answer.ok) {
        throw new Error(`The store's webhook answered ${answer.status}`)
      }
    },
  }
}
