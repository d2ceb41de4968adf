import type Stripe from "stripe"
import type { AccountState } from "../state"
import { addBalanceTransaction } from "./balance-transactions"

/** What a test card does; the key is the payment method's id. */
const DECLINED: Record<string, string> = {
  pm_card_visa_chargeDeclined: "generic_decline",
  pm_card_visa_chargeDeclinedInsufficientFunds: "insufficient_funds",
  // Can be saved, and is declined when it is charged.
  pm_card_chargeCustomerFail: "generic_decline",
}

/** Why a test card cannot be charged, or null. Source: docs.stripe.com/testing */
export const declineCode = (paymentMethod: string): string | null =>
  DECLINED[paymentMethod] ?? null

export function createCharge(
  state: AccountState,
  intent: Pick<Stripe.PaymentIntent, "amount" | "currency" | "metadata"> & {
    id: string | null
    customer: string | null
  },
  paymentMethod: string,
  captured: boolean
): Stripe.Charge {
  const id = state.id("ch")
  const charge: Stripe.Charge = {
    id,
    object: "charge",
    amount: intent.amount,
    amount_captured: captured ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: {
      address: null,
      email: null,
      name: null,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: null,
    captured,
    created: state.now(),
    currency: intent.currency,
    customer: intent.customer,
    description: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: null,
    livemode: false,
    metadata: { ...intent.metadata },
    on_behalf_of: null,
    outcome: null,
    paid: true,
    payment_intent: intent.id,
    payment_method: paymentMethod,
    payment_method_details: null,
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "succeeded",
    transfer_data: null,
    transfer_group: null,
  }
  state.data.charges[id] = charge
  if (captured) {
    settleCapture(state, charge, intent.amount)
  }
  return charge
}

/** Notes a capture and puts its money on the balance. */
export function settleCapture(
  state: AccountState,
  charge: Stripe.Charge,
  amount: number,
  { taken = amount }: { taken?: number } = {}
): void {
  charge.captured = true
  charge.amount_captured = amount
  charge.balance_transaction = addBalanceTransaction(state, {
    amount: taken,
    currency: charge.currency,
    source: charge.id,
    type: "charge",
  }).id
}
