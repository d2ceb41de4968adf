// What this folder uses of Medusa's Stripe provider. Its own declarations bring
// stripe 15's ambient `declare module "stripe"` along, which would replace the
// types of the stripe version that the plugin uses.
declare class StripeBase {
  static identifier: string
  protected stripe_: unknown
  constructor(cradle: Record<string, unknown>, options: StripeOptions)
  get paymentIntentOptions(): Record<string, unknown>
}
export type StripeOptions = { apiKey: string; webhookSecret?: string }
export default StripeBase
