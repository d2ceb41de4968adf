import type Stripe from "stripe"
import type { AccountState } from "../state"

/** Test cards that differ from 4242. Source: docs.stripe.com/testing */
const CARDS: Record<string, { brand: string; last4: string }> = {
  pm_card_mastercard: { brand: "mastercard", last4: "4444" },
  pm_card_chargeCustomerFail: { brand: "visa", last4: "0341" },
  pm_card_authenticationRequired: { brand: "visa", last4: "3184" },
}

/** A payment method that no customer has saved. */
export function newMethod(
  state: AccountState,
  type: string,
  token: string
): Stripe.PaymentMethod {
  return {
    id: state.id("pm"),
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: {
      address: null,
      email: null,
      name: null,
      phone: null,
      tax_id: null,
    },
    ...(type === "card" ? { card: cardOf(token) } : { [type]: {} }),
    created: state.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    // Recorded since 2026-06; the package does not declare it.
    ...{ shared_payment_granted_token: null },
    type,
  }
}

function cardOf(token: string): Stripe.PaymentMethod.Card {
  const { brand, last4 } = CARDS[token] ?? { brand: "visa", last4: "4242" }
  return {
    brand,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: "pass",
    },
    country: "US",
    display_brand: brand,
    exp_month: 12,
    exp_year: 2030,
    fingerprint: `emulator${last4}`,
    funding: "credit",
    generated_from: null,
    last4,
    networks: { available: [brand], preferred: null },
    regulated_status: "unregulated",
    three_d_secure_usage: { supported: true },
    wallet: null,
  }
}
