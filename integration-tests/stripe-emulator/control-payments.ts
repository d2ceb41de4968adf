import type Stripe from "stripe"
import type { Emit } from "./events"
import { expireIntent } from "./resources/cancel-intent"
import {
  captureCharge,
  createCharge,
  retrieveCharge,
  settleCharge,
} from "./resources/charges"
import { paySession } from "./resources/checkout-sessions"
import { confirmIntent } from "./resources/confirm-intent"
import { disputeTestCard } from "./resources/dispute-test-cards"
import { createIntent } from "./resources/payment-intents"
import { openPaymentLink } from "./resources/payment-links"
import { methodToUse } from "./resources/payment-methods"
import { addTaxTransaction, type TaxSale } from "./resources/tax-transactions"
import type { AccountState } from "./state"

type Parts = {
  state: AccountState
  emit: Emit
  changed: <Result>(result: Result) => Result
}

type Payment = {
  amount: number
  currency: string
  /** Default: a visa card. */
  payment_method?: string
  metadata?: Record<string, string>
  /** One from long ago: a charge that no payment intent made. */
  withoutIntent?: boolean
}

/** What customers and their banks do about payments. */
export const paymentControls = ({ state, emit, changed }: Parts) => ({
  /** The customer's bank gives an authorisation up, after about a week. */
  expireAuthorization: (id: string) => changed(expireIntent(state, id, emit)),
  /** A customer opens a payment link. */
  openPaymentLink: (id: string) => changed(openPaymentLink(state, id)),
  /** A customer pays on Stripe's page. */
  payCheckoutSession: (id: string, payment_method = "pm_card_visa") =>
    changed(paySession(state, id, payment_method, emit)),
  /** A sale that Stripe Tax has recorded. */
  addTaxTransaction: (sale: TaxSale) => changed(addTaxTransaction(state, sale)),
  /** A payment that a customer made. */
  createPaidPaymentIntent(payment: Payment): {
    payment_intent: Stripe.PaymentIntent | null
    charge: Stripe.Charge
  } {
    const { amount, currency, metadata = {}, payment_method } = payment
    const method = payment_method ?? "pm_card_visa"
    if (payment.withoutIntent) {
      const payer = { amount, currency, metadata, customer: null }
      const source = { ...payer, id: null, description: null }
      const charge = createCharge(state, source, methodToUse(state, method))
      captureCharge(charge, amount)
      settleCharge(state, charge)
      emit("charge.succeeded", charge)
      disputeTestCard(state, charge, emit)
      return changed({ payment_intent: null, charge })
    }
    const params = { amount: String(amount), currency, metadata }
    const intent = createIntent(state, params, emit)
    confirmIntent(state, intent, { payment_method: method }, emit)
    const charge = retrieveCharge(state, String(intent.latest_charge))
    return changed({ payment_intent: intent, charge })
  },
})
