import type Stripe from "stripe"
import type { Decline } from "./declines"

/** What the networks said of a charge. */
export function outcomeOf(decline: Decline | null): Stripe.Charge.Outcome {
  const risk = { risk_level: "normal", risk_score: 33 }
  if (!decline) {
    return {
      ...risk,
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: "approved_by_network",
      reason: null,
      seller_message: "Payment complete.",
      type: "authorized",
    }
  }
  const reason = decline.decline_code ?? decline.code
  return {
    ...risk,
    advice_code: decline.advice_code ?? null,
    network_advice_code: decline.network_advice_code ?? null,
    network_decline_code: decline.network_decline_code ?? null,
    network_status: "declined_by_network",
    reason,
    seller_message: `The bank returned the decline code \`${reason}\`.`,
    type: "issuer_declined",
  }
}

/** The payment method as it was when it was charged. */
export function detailsOf(
  { card, type }: Stripe.PaymentMethod,
  amount: number
): Stripe.Charge.PaymentMethodDetails {
  if (!card) {
    return { [type]: {}, type }
  }
  return {
    card: {
      amount_authorized: amount,
      authorization_code: null,
      brand: card.brand,
      checks: {
        address_line1_check: null,
        address_postal_code_check: null,
        cvc_check: "pass",
      },
      country: card.country,
      electronic_commerce_indicator: null,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      extended_authorization: { status: "disabled" },
      fingerprint: card.fingerprint ?? null,
      funding: card.funding,
      incremental_authorization: { status: "unavailable" },
      installments: null,
      last4: card.last4,
      mandate: null,
      multicapture: { status: "unavailable" },
      network: card.brand,
      network_token: { used: false },
      network_transaction_id: null,
      overcapture: {
        maximum_amount_capturable: amount,
        status: "unavailable",
      },
      regulated_status: "unregulated",
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
    type: "card",
  }
}
