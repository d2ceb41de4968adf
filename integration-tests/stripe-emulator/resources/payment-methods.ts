import type Stripe from "stripe"
import { invalidRequest, missing } from "../errors"
import type { Form } from "../form-encoding"
import { text } from "../params"
import type { AccountState } from "../state"
import { retrieveCustomer } from "./customers"

/** Test cards that differ from 4242. Source: docs.stripe.com/testing */
const CARDS: Record<string, { brand: string; last4: string }> = {
  pm_card_mastercard: { brand: "mastercard", last4: "4444" },
  pm_card_chargeCustomerFail: { brand: "visa", last4: "0341" },
  pm_card_authenticationRequired: { brand: "visa", last4: "3184" },
}

/** The test card that a payment method is: itself, or what was saved. */
export const testCardOf = ({ data }: AccountState, id: string): string =>
  data.savedTestCards[id] ?? id

export function retrieveMethod(
  { data }: AccountState,
  id: string
): Stripe.PaymentMethod {
  const method = data.paymentMethods[id]
  if (!method) {
    throw missing("PaymentMethod", id, "payment_method")
  }
  return method
}

/**
 * Saves a card for a customer. Of a test card Stripe makes a payment method of
 * its own each time.
 */
export function attachMethod(
  state: AccountState,
  id: string,
  params: Form
): Stripe.PaymentMethod {
  const customer = retrieveCustomer(state, text(params, "customer") ?? "")
  const method = id.startsWith("pm_card_")
    ? saveTestCard(state, id)
    : retrieveMethod(state, id)
  method.customer = customer.id
  return method
}

export function detachMethod(
  state: AccountState,
  id: string
): Stripe.PaymentMethod {
  const method = retrieveMethod(state, id)
  method.customer = null
  return method
}

/** The saved payment methods of a customer. */
export const methodsOf = (
  { data }: AccountState,
  customer: string,
  params: Form
): Stripe.PaymentMethod[] =>
  Object.values(data.paymentMethods).filter(
    (method) =>
      method.customer === customer &&
      (params.type === undefined || params.type === method.type)
  )

/** A saved card can be charged for its own customer only. */
export function assertUsableBy(
  { data }: AccountState,
  id: string,
  customer: string | null
): void {
  const owner = data.paymentMethods[id]?.customer ?? null
  if (owner && owner !== customer) {
    throw invalidRequest(
      "The payment method you provided is attached to a customer so for security purposes you must provide the customer in the request.",
      { param: "payment_method" }
    )
  }
}

function saveTestCard(state: AccountState, card: string): Stripe.PaymentMethod {
  const id = state.id("pm")
  const method: Stripe.PaymentMethod = {
    id,
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: {
      address: null,
      email: null,
      name: null,
      phone: null,
      tax_id: null,
    },
    card: {
      ...(CARDS[card] ?? { brand: "visa", last4: "4242" }),
      checks: null,
      country: "US",
      display_brand: null,
      exp_month: 12,
      exp_year: 2030,
      fingerprint: null,
      funding: "credit",
      generated_from: null,
      networks: null,
      regulated_status: null,
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: state.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: "card",
  }
  state.data.paymentMethods[id] = method
  state.data.savedTestCards[id] = card
  return method
}
