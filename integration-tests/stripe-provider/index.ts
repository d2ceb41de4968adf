import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { RedirectedStripeProvider } from "./redirected-stripe-provider"

export default ModuleProvider(Modules.PAYMENT, {
  services: [RedirectedStripeProvider],
})
