import type Stripe from "stripe"
import { missing } from "../errors"
import type { Emit } from "../events"
import type { AccountState } from "../state"
import { addBalanceTransaction, processingFee } from "./balance-transactions"
import { detailsOf, outcomeOf } from "./charge-details"
import type { Decline } from "./declines"

type Payer = Pick<
  Stripe.PaymentIntent,
  "amount" | "currency" | "metadata" | "description"
> & {
  id: string | null
  customer: string | null
}

/** A charge of a payment method: authorised, or refused by its bank. */
export function createCharge(
  state: AccountState,
  payer: Payer,
  method: Stripe.PaymentMethod,
  decline: Decline | null = null
): Stripe.Charge {
  const id = state.id(method.type === "card" ? "ch" : "py")
  const charge: Stripe.Charge = {
    id,
    object: "charge",
    amount: payer.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { ...method.billing_details },
    calculated_statement_descriptor: null,
    captured: false,
    created: state.now(),
    currency: payer.currency,
    customer: payer.customer,
    description: payer.description,
    // Not declared by the package, and on every recorded charge.
    ...{ dispute: null },
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: { ...payer.metadata },
    on_behalf_of: null,
    outcome: outcomeOf(decline),
    paid: !decline,
    payment_intent: payer.id,
    payment_method: method.id,
    payment_method_details: detailsOf(method, payer.amount),
    radar_options: {},
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
    status: decline ? "failed" : "succeeded",
    transfer_data: null,
    transfer_group: null,
  }
  state.data.charges[id] = charge
  return charge
}

/** Notes how much of an authorisation is captured; its money comes with `addChargeBalance`. */
export function captureCharge(charge: Stripe.Charge, amount: number): void {
  charge.captured = true
  charge.amount_captured = amount
}

/** Puts the money of a captured charge on the balance, less Stripe's fee. */
export function settleCharge(
  state: AccountState,
  charge: Stripe.Charge,
  amount = charge.amount_captured
): void {
  const payment = { amount, currency: charge.currency }
  charge.balance_transaction = addBalanceTransaction(state, {
    ...payment,
    description: charge.description,
    fee: processingFee(state, payment),
    source: charge.id,
    type: charge.id.startsWith("py_") ? "payment" : "charge",
    reportingCategory: "charge",
  }).id
}

/** Of a charge that is captured in the background: later than its answer. */
export function addChargeBalance(
  state: AccountState,
  id: string,
  emit: Emit
): void {
  const charge = retrieveCharge(state, id)
  if (charge.balance_transaction === null) {
    settleCharge(state, charge)
    emit("charge.updated", charge, { balance_transaction: null })
  }
}

export function retrieveCharge(state: AccountState, id: string): Stripe.Charge {
  const charge = state.data.charges[id]
  if (!charge) {
    throw missing("charge", id)
  }
  return charge
}
