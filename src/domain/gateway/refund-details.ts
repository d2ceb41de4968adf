/**
 * What Stripe says of a refund beside its status. All of it is null for other
 * payment providers, and where Stripe says nothing (any more).
 */
export type RefundDetails = {
  /**
   * Why it is pending: `insufficient_funds` (the merchant's own balance),
   * `processing` (the bank), `charge_pending` (the payment itself).
   */
  pending_reason: string | null
  /** How the money goes back: `card`, `klarna`, `eu_bank_transfer`... */
  destination_type: string | null
  /**
   * Of a card: `refund`; or `reversal`, where the charge disappears from the
   * statement and no reference ever comes; or `pending`, not decided yet.
   */
  card_refund_type: string | null
  /** Of the bank reference: `pending`, `available` or `unavailable`. */
  reference_status: string | null
  /** Why the network refused it (PayPal, BLIK, Swish). */
  network_decline_code: string | null
  /** When Stripe asked the customer by e-mail where the money should go. ISO 8601. */
  action_email_sent_at: string | null
  /** Until when the customer can answer. ISO 8601. */
  action_expires_at: string | null
}

/** Of a refund that nothing more is known of. */
export const NO_REFUND_DETAILS: RefundDetails = {
  pending_reason: null,
  destination_type: null,
  card_refund_type: null,
  reference_status: null,
  network_decline_code: null,
  action_email_sent_at: null,
  action_expires_at: null,
}

const FIELDS = Object.keys(NO_REFUND_DETAILS) as (keyof RefundDetails)[]

/** Whether two say the same. */
export const sameRefundDetails = (
  one: RefundDetails,
  other: RefundDetails
): boolean => FIELDS.every((field) => one[field] === other[field])
