const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null
    ? Reflect.get(value, name)
    : undefined

/**
 * The type of the payment method (`card`, `konbini`) that a Medusa payment's
 * `data`, which is a payment intent of Stripe, was paid with: as its charge says
 * where that is part of it, or because the intent allowed no other.
 *
 * @returns null where the data does not tell
 */
export function paymentMethodType(
  data: Record<string, unknown> | null | undefined
): string | null {
  const types = data?.payment_method_types
  const candidates = [
    field(field(data?.latest_charge, "payment_method_details"), "type"),
    field(field(data, "payment_method_details"), "type"),
    field(data?.payment_method, "type"),
    Array.isArray(types) && types.length === 1 ? types[0] : null,
  ]
  const type = candidates.find((each) => typeof each === "string" && each)
  return typeof type === "string" ? type : null
}
