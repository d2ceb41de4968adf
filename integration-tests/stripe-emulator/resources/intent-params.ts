import type { Form } from "../form-encoding"
import { allow } from "../params"

const SHARED = [
  ...["allowed_payment_method_types", "amount_details", "capture_method"],
  ...["excluded_payment_method_types", "hooks", "payment_details"],
  ...["payment_method", "payment_method_data", "payment_method_options"],
  // Only before 2026; Medusa's provider sends it.
  "payment_method_types",
  ...["receipt_email", "setup_future_usage", "shipping"],
]
const CONFIRM = [
  ...["confirmation_token", "error_on_requires_action", "mandate"],
  ...["mandate_data", "off_session", "radar_options", "return_url"],
  "use_stripe_sdk",
]
const DESCRIBED = [
  ...["amount", "application_fee_amount", "currency", "customer"],
  ...["customer_account", "description", "metadata"],
  ...["payment_method_configuration", "statement_descriptor"],
  ...["statement_descriptor_suffix", "transfer_data", "transfer_group"],
]

/** The parameters of the endpoints of payment intents, at either version. */
const PARAMS = {
  create: [
    ...[...SHARED, ...CONFIRM, ...DESCRIBED],
    ...["automatic_payment_methods", "confirm", "confirmation_method"],
    "on_behalf_of",
  ],
  update: [...SHARED, ...DESCRIBED],
  confirm: [...SHARED, ...CONFIRM, "amount_to_confirm"],
  capture: [
    ...["amount_details", "amount_to_capture", "application_fee_amount"],
    ...["final_capture", "hooks", "metadata", "payment_details"],
    ...["statement_descriptor", "statement_descriptor_suffix"],
    "transfer_data",
  ],
  cancel: ["cancellation_reason"],
}

export const allowIntentParams = (
  endpoint: keyof typeof PARAMS,
  params: Form
): void =>
  allow(params, PARAMS[endpoint], {
    automatic_payment_methods: ["enabled", "allow_redirects"],
  })
