import type Stripe from "stripe"
import type { AccountState } from "../state"

const DAY = 24 * 60 * 60
const DAYS_TO_ANSWER = 8

/** What the card networks call it. Recorded from test mode by third parties. */
const NETWORK_REASON: Record<string, string> = {
  fraudulent: "10.4",
  product_not_received: "13.1",
}
const INQUIRY_REASON = "10"

const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
}

/** What evidence can be given; `enhanced_evidence` is not modelled. */
export const EVIDENCE_FIELDS = Object.keys(NO_EVIDENCE).filter(
  (field) => field !== "enhanced_evidence"
)

/** A dispute that nobody has answered yet; no money has moved. */
export function newDispute(
  state: AccountState,
  charge: Stripe.Charge,
  asked: { amount: number; reason: string; inquiry: boolean }
): Stripe.Dispute {
  const { amount, reason, inquiry } = asked
  const code = inquiry ? INQUIRY_REASON : (NETWORK_REASON[reason] ?? null)
  return {
    id: state.id("du"),
    object: "dispute",
    amount,
    // Not declared by the package, and in every recorded dispute.
    ...{ balance_transaction: null },
    balance_transactions: [],
    charge: charge.id,
    created: state.now(),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: {
      ...NO_EVIDENCE,
      customer_email_address: charge.billing_details.email,
      customer_name: charge.billing_details.name,
      product_description: charge.description,
      enhanced_evidence: {},
    },
    evidence_details: {
      due_by: endOfDay(state.now() + DAYS_TO_ANSWER * DAY),
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    intended_submission_method: null,
    is_charge_refundable: inquiry,
    livemode: false,
    metadata: {},
    network_reason_code: code,
    payment_intent: charge.payment_intent,
    payment_method_details: {
      card: {
        brand: "visa",
        case_type: inquiry ? "inquiry" : "chargeback",
        network: "visa",
        network_reason_code: code,
      },
      type: "card",
    },
    reason,
    status: inquiry ? "warning_needs_response" : "needs_response",
  }
}

const endOfDay = (seconds: number) => Math.floor(seconds / DAY) * DAY + DAY - 1
