import { createRequire } from "node:module"
import StripeBase from "@medusajs/payment-stripe/dist/core/stripe-base"
import type { StripeOptions } from "@medusajs/payment-stripe/dist/core/stripe-base"

// The client that Medusa itself uses, not the newer one of this package.
const MedusaStripe = createRequire(require.resolve("@medusajs/payment-stripe"))(
  "stripe"
)

/** Options of `RedirectedStripeProvider`: Medusa's, and where the emulator is. */
export type RedirectedStripeOptions = StripeOptions & {
  host: string
  port: number
  protocol: "http" | "https"
}

/**
 * Medusa's own Stripe payment provider, talking to the Stripe emulator.
 *
 * Medusa offers no option for the address of Stripe, so the client is replaced
 * by one of the same version with another address. All other code is Medusa's.
 * Registered with `id: "stripe"` its provider id is `pp_stripe_stripe`, as in a
 * real store.
 */
export class RedirectedStripeProvider extends StripeBase {
  static override identifier = "stripe"

  constructor(
    cradle: Record<string, unknown>,
    options: RedirectedStripeOptions
  ) {
    super(cradle, options)
    const { apiKey, host, port, protocol } = options
    this.stripe_ = new MedusaStripe(apiKey, { host, port, protocol })
  }

  override get paymentIntentOptions() {
    return {}
  }
}
