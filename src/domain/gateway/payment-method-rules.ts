/** What is special about refunds of one payment method at Stripe. */
export type PaymentMethodRule = {
  name: string
  /** How long after the payment Stripe takes a refund. */
  refund_days?: number
  /**
   * Stripe asks the customer by e-mail where to send the money, at the address
   * that the refund names (`instructions_email`).
   */
  asks_by_email?: true
}

/** By Stripe's `type` of a payment method. Whatever is not here has no rule of ours. */
const RULES: Record<string, PaymentMethodRule> = {
  // docs.stripe.com/payments/ideal, /bancontact: in full or in part, 180 days.
  ideal: { name: "iDEAL", refund_days: 180 },
  bancontact: { name: "Bancontact", refund_days: 180 },
  // The SDK's types (`RefundCreateParams.instructions_email`) name these two;
  // docs.stripe.com/payments/promptpay, "Refunds".
  konbini: { name: "Konbini", asks_by_email: true },
  promptpay: { name: "PromptPay", asks_by_email: true },
}

/** A payment that is older than Stripe refunds its method. */
export type OverdueMethod = { name: string; days: number; refund_days: number }

const DAY_MS = 24 * 60 * 60 * 1000

/** The rule of a payment method, if there is one. */
export const paymentMethodRule = (
  type: string | null | undefined
): PaymentMethodRule | null => (type && RULES[type]) || null

/** How much longer than Stripe takes refunds of it a payment is past; null within. */
export function overdueMethod(
  type: string | null,
  capturedAt: string | null,
  now: Date
): OverdueMethod | undefined {
  const rule = paymentMethodRule(type)
  const days = capturedAt
    ? Math.floor((now.getTime() - new Date(capturedAt).getTime()) / DAY_MS)
    : 0
  return rule?.refund_days && days > rule.refund_days
    ? { name: rule.name, days, refund_days: rule.refund_days }
    : undefined
}
