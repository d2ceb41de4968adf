import { MathBN, Modules, PaymentActions } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { Decimal } from "../../domain"

/** A charge that Medusa knows of, and Stripe was not yet asked for. */
export type PreparedCharge = {
  payment_session_id: string
  payment_intent_id: string
}

/**
 * The payment methods of the Dashboard, without those that send the customer to
 * another page: nobody is there. Not `["card"]`: Medusa's provider adds
 * `automatic_payment_methods` where a store has that option, and Stripe refuses
 * both together; nor what a provider of one method names, hence the empty list,
 * which is not sent. Source: @medusajs/payment-stripe/dist/core/stripe-base.js
 */
const FOR_A_SAVED_CARD = {
  automatic_payment_methods: { enabled: true, allow_redirects: "never" },
  payment_method_types: [],
}

/**
 * Begins a payment at Medusa, and with it an intent at Stripe that takes no
 * money before it is confirmed. So a lost answer costs nothing: the intent whose
 * id we know is the only one that is ever confirmed.
 *
 * It captures by itself: Medusa cancels an authorisation when two of its
 * workflows finish one payment at the same time.
 */
export async function prepareCharge(
  container: MedusaContainer,
  charge: {
    payment_collection_id: string
    provider_id: string
    amount: Decimal
    currency_code: string
    /** Of Stripe. */
    customer: string
    payment_method: string
    metadata: Record<string, string>
  }
): Promise<PreparedCharge> {
  const session = await container
    .resolve(Modules.PAYMENT)
    .createPaymentSession(charge.payment_collection_id, {
      provider_id: charge.provider_id,
      amount: MathBN.convert(charge.amount),
      currency_code: charge.currency_code,
      data: {
        payment_method: charge.payment_method,
        ...FOR_A_SAVED_CARD,
        capture_method: "automatic",
        metadata: charge.metadata,
      },
      context: {
        account_holder: {
          data: { id: charge.customer },
        },
      },
    })
  return {
    payment_session_id: session.id,
    payment_intent_id: String(session.data.id),
  }
}

/**
 * Writes a charge that Stripe took: payment, capture, order transaction. It is
 * the workflow that Medusa's own webhook runs, so either may come first.
 */
export async function bookCharge(
  container: MedusaContainer,
  session_id: string,
  amount: Decimal
): Promise<void> {
  await processPaymentWorkflow(container).run({
    input: {
      action: PaymentActions.SUCCESSFUL,
      data: { session_id, amount: MathBN.convert(amount) },
    },
  })
}

/** Medusa's payment of a session, once it is captured. */
export async function paymentOfSession(
  container: MedusaContainer,
  payment_session_id: string
): Promise<string | null> {
  const [payment] = await container
    .resolve(Modules.PAYMENT)
    .listPayments({ payment_session_id }, { select: ["id", "captured_at"] })
  return payment?.captured_at ? payment.id : null
}

/** Whether Medusa still has a payment session. */
export async function hasSession(
  container: MedusaContainer,
  id: string
): Promise<boolean> {
  const sessions = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions({ id }, { select: ["id"] })
  return sessions.length > 0
}
