/** The Stripe object that a refund names. */
export type StripeRefundTarget = { payment_intent: string } | { charge: string }

const idOf = (value: unknown): string | null => {
  if (typeof value === "string" && value) {
    return value
  }
  return typeof value === "object" && value !== null && "id" in value
    ? idOf(value.id)
    : null
}

/**
 * Finds what to refund in a Medusa payment's `data`: the payment intent, or the
 * charge for payments made before payment intents. Charges of other payment
 * methods than cards have ids that start with `py_`.
 *
 * @returns null when the data names neither
 * @example
 * refundTarget({ id: "pi_1", latest_charge: "ch_1" }) // { payment_intent: "pi_1" }
 * refundTarget({ id: "ch_1" })                         // { charge: "ch_1" }
 */
export function refundTarget(
  data: Record<string, unknown> | null | undefined
): StripeRefundTarget | null {
  const id = idOf(data?.id)
  if (id?.startsWith("pi_")) {
    return { payment_intent: id }
  }
  const intent = idOf(data?.payment_intent) ?? idOf(data?.payment_intent_id)
  if (intent) {
    return { payment_intent: intent }
  }
  const charge = [
    id,
    idOf(data?.charge),
    idOf(data?.charge_id),
    idOf(data?.latest_charge),
  ].find((candidate) => candidate?.match(/^(ch|py)_/))
  return charge ? { charge } : null
}
