/** A payment provider's name for people: "pp_stripe_stripe" is "Stripe". */
export const providerName = (id: string): string =>
  id
    .replace(/^pp_/, "")
    .split("_")[0]
    ?.replace(/^./, (letter) => letter.toUpperCase()) ?? id
