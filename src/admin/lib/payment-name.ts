/** A payment provider's name for people: "pp_stripe_stripe" is "Stripe". */
export const providerName = (id: string): string =>
  id
    .replace(/^pp_/, "")
    .split("_")[0]
    ?.replace(/^./, (letter) => letter.toUpperCase()) ?? id

/** The end of a payment's id, written as in Medusa's own payment section. */
export const shortPaymentId = (id: string): string => `#${id.slice(-7)}`
