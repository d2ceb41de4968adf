import type Stripe from "stripe"
import type { Form } from "../form-encoding"
import { mergeMetadata, text } from "../params"
import type { AccountState } from "../state"
import { intentMethods } from "./intent-methods"

/** An intent that nobody has confirmed. */
export function newIntent(
  state: AccountState,
  params: Form,
  asked: { amount: number; currency: string; method: string | null }
): Stripe.PaymentIntent {
  const id = state.id("pi")
  return {
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount: asked.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    ...intentMethods(params),
    canceled_at: null,
    cancellation_reason: null,
    capture_method: captureMethod(params),
    client_secret: `${id}_secret_emulator`,
    confirmation_method: "automatic",
    created: state.now(),
    currency: asked.currency,
    customer: text(params, "customer") ?? null,
    customer_account: null,
    description: text(params, "description") ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: mergeMetadata(null, params),
    next_action: null,
    on_behalf_of: null,
    payment_method: asked.method,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: "automatic",
      },
    },
    payment_record: null,
    processing: null,
    receipt_email: text(params, "receipt_email") ?? null,
    review: null,
    setup_future_usage: text(params, "setup_future_usage") ?? null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: asked.method ? "requires_confirmation" : "requires_payment_method",
    transfer_data: null,
    transfer_group: null,
    // Recorded since 2026-06; the package does not declare it.
    ...{ shared_payment_granted_token: null },
  }
}

function captureMethod(params: Form): Stripe.PaymentIntent.CaptureMethod {
  const asked = text(params, "capture_method")
  return asked === "manual" || asked === "automatic" ? asked : "automatic_async"
}
