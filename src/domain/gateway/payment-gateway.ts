/** Who moves the money of a payment. */
export type Gateway =
  | "stripe"
  /** Medusa's own payment provider. */
  | "provider"
  /** Nobody: the store does not have the provider any more. */
  | "missing"

export type PaymentGateway = {
  gateway: Gateway
  /** Stripe's word for how the customer paid ("card", "ideal"), where it is known. */
  method_type: string | null
}
