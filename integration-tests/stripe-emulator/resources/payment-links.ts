import type Stripe from "stripe"
import { invalidRequest, missing } from "../errors"
import type { Form } from "../form-encoding"
import { mergeMetadata, text } from "../params"
import type { AccountState } from "../state"
import { createSession, totalOf } from "./checkout-sessions"

/** An address at which any number of customers can pay the same. */
export function createPaymentLink(
  state: AccountState,
  params: Form
): Stripe.PaymentLink {
  const { currency } = totalOf(params)
  const id = state.id("plink")
  const link: Stripe.PaymentLink = {
    id,
    object: "payment_link",
    active: true,
    after_completion: {
      hosted_confirmation: { custom_message: null },
      type: "hosted_confirmation",
    },
    allow_promotion_codes: false,
    application: null,
    application_fee_amount: null,
    application_fee_percent: null,
    automatic_tax: { enabled: false, liability: null },
    billing_address_collection: "auto",
    consent_collection: null,
    currency,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer_creation: "if_required",
    inactive_message: null,
    invoice_creation: null,
    livemode: false,
    managed_payments: null,
    metadata: mergeMetadata(null, params),
    on_behalf_of: null,
    payment_intent_data: null,
    payment_method_collection: "always",
    payment_method_options: null,
    payment_method_types: null,
    phone_number_collection: { enabled: false },
    restrictions: null,
    shipping_address_collection: null,
    shipping_options: [],
    submit_type: "auto",
    subscription_data: null,
    tax_id_collection: { enabled: false, required: "never" },
    transfer_data: null,
    url: `https://buy.stripe.com/test_${id}`,
  }
  state.data.paymentLinks[id] = link
  state.data.paymentLinkLines[id] = params.line_items ?? []
  return link
}

export function retrievePaymentLink(
  { data }: AccountState,
  id: string
): Stripe.PaymentLink {
  const link = data.paymentLinks[id]
  if (!link) {
    throw missing("payment_link", id, "payment_link")
  }
  return link
}

export function updatePaymentLink(
  state: AccountState,
  id: string,
  params: Form
): Stripe.PaymentLink {
  const link = retrievePaymentLink(state, id)
  const active = text(params, "active")
  link.active = active === undefined ? link.active : active === "true"
  link.metadata = mergeMetadata(link.metadata, params)
  return link
}

/** A customer opens the link: a page of their own. */
export function openPaymentLink(
  state: AccountState,
  id: string
): Stripe.Checkout.Session {
  const link = retrievePaymentLink(state, id)
  if (!link.active) {
    throw invalidRequest(`Payment link ${id} is not active.`)
  }
  const line_items = state.data.paymentLinkLines[id] ?? []
  const { metadata } = link
  return createSession(state, { mode: "payment", line_items, metadata }, id)
}
