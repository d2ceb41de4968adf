import Stripe from "stripe"
import { idOf } from "./refund-state"

/** The payment that a refund, a dispute or a charge belongs to. */
export type StripeObjectPayment = {
  payment_intent: string | null
  charge: string | null
}

/**
 * Asks Stripe which payment an object belongs to: thin events do not say.
 *
 * @returns null when this key sees no such object: it is another account's, of
 *   the other mode, or was deleted. That does not change by asking again.
 */
export async function findObjectPayment(
  stripe: Stripe,
  object: { kind: "refund" | "dispute" | "charge"; id: string }
): Promise<StripeObjectPayment | null> {
  try {
    switch (object.kind) {
      case "charge": {
        const charge = await stripe.charges.retrieve(object.id)
        return paymentOf({ ...charge, charge: charge.id })
      }
      case "dispute":
        return paymentOf(await stripe.disputes.retrieve(object.id))
      case "refund":
        return paymentOf(await stripe.refunds.retrieve(object.id))
    }
  } catch (error) {
    if (
      error instanceof Stripe.errors.StripeInvalidRequestError &&
      error.code === "resource_missing"
    ) {
      return null
    }
    throw error
  }
}

const paymentOf = ({
  payment_intent,
  charge,
}: {
  payment_intent: string | { id: string } | null
  charge: string | { id: string } | null
}): StripeObjectPayment => ({
  payment_intent: idOf(payment_intent),
  charge: idOf(charge),
})
