import type Stripe from "stripe"

/** A card that a customer left with Stripe. */
export type StripeSavedCard = {
  id: string
  customer: string
  brand: string
  last4: string
  exp_month: number
  exp_year: number
}

/** The cards of a Stripe customer, newest first. */
export async function listSavedCards(
  stripe: Stripe,
  customer: string
): Promise<StripeSavedCard[]> {
  const { data } = await stripe.customers.listPaymentMethods(customer, {
    type: "card",
    limit: 100,
  })
  return data.flatMap(({ id, card }) =>
    card
      ? [
          {
            id,
            customer,
            brand: card.brand,
            last4: card.last4,
            exp_month: card.exp_month,
            exp_year: card.exp_year,
          },
        ]
      : []
  )
}
