import { createRequire } from "node:module"
import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import {
  RedirectedStripeProvider,
  type RedirectedStripeOptions,
} from "../../stripe-provider/redirected-stripe-provider"

const MedusaStripe = createRequire(require.resolve("@medusajs/payment-stripe"))(
  "stripe"
)

/** As the plugin's client in the tests. Stripe's own is 80 seconds. */
const TIMEOUT_MS = 1000

/** Medusa's own Stripe provider, which waits as long for Stripe as the plugin does. */
class QuickStripeProvider extends RedirectedStripeProvider {
  constructor(
    cradle: Record<string, unknown>,
    options: RedirectedStripeOptions
  ) {
    super(cradle, options)
    const { apiKey, host, port, protocol } = options
    this.stripe_ = new MedusaStripe(apiKey, {
      host,
      port,
      protocol,
      timeout: TIMEOUT_MS,
    })
  }
}

export default ModuleProvider(Modules.PAYMENT, {
  services: [QuickStripeProvider],
})
