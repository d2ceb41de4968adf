import { isStripeProvider, type ResolvedRefundPluginOptions } from "./options"

/** Medusa's minor version on which the plugin's tests run. */
const TESTED = "2.21"

/** What the plugin finds when the store starts. */
export type Start = {
  options: ResolvedRefundPluginOptions
  /** Ids of the payment providers that the store has. */
  providers: string[]
  medusaVersion: string
}

/**
 * What a developer should know of a store that starts all the same: one
 * sentence each, with what to do about it.
 */
export function startWarnings({
  options: { stripe },
  providers,
  medusaVersion,
}: Start): string[] {
  const warnings: string[] = []
  if (medusaVersion !== TESTED && !medusaVersion.startsWith(`${TESTED}.`)) {
    warnings.push(
      `it is tested with Medusa ${TESTED}, this store runs ${medusaVersion}. Try refunds in a test store first.`
    )
  }
  const atStripe = providers.filter((id) => isStripeProvider(stripe, id))
  if (!stripe) {
    if (atStripe.length) {
      warnings.push(
        `the store takes payments at Stripe (${atStripe.join(", ")}), but the plugin has no \`stripe\` option. Their refunds go through Medusa's provider, and what happens at Stripe itself (Dashboard refunds, disputes, late failures) is not seen. Set stripe.apiKey in medusa-config.ts.`
      )
    }
    return warnings
  }
  const unknown = (stripe.providers ?? []).filter(
    (id) => !providers.includes(id)
  )
  if (unknown.length) {
    warnings.push(
      `stripe.providers names ${unknown.join(", ")}, which this store does not have. It has ${providers.join(", ") || "no payment provider"}.`
    )
  } else if (!atStripe.length) {
    warnings.push(
      `no payment provider of this store has an id like pp_stripe_stripe, so no refund goes to Stripe. It has ${providers.join(", ") || "none"}; name those whose payments are at Stripe in stripe.providers.`
    )
  }
  if (!stripe.webhookSecret.length) {
    warnings.push(
      "stripe.webhookSecret is not set, so events of Stripe are refused; only reconciliation finds what happened there. In the Stripe Dashboard add a webhook endpoint for https://<store>/hooks/refunds/stripe and set its signing secret (whsec_...); on your own machine `stripe listen --forward-to localhost:9000/hooks/refunds/stripe` prints one."
    )
  }
  return warnings
}
