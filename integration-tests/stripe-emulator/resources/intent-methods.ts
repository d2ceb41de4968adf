import type Stripe from "stripe"
import { invalidRequest } from "../errors"
import type { Form } from "../form-encoding"

type Methods = Pick<
  Stripe.PaymentIntent,
  "automatic_payment_methods" | "payment_method_types"
>

/**
 * By which methods an intent can be paid: those of the Dashboard, or those that
 * are named. Without either Stripe takes the Dashboard's since 2023-08-16; here
 * that is cards.
 */
export function intentMethods({
  automatic_payment_methods: automatic,
  payment_method_types: types,
}: Form): Methods {
  const isAutomatic =
    typeof automatic === "object" &&
    !Array.isArray(automatic) &&
    automatic.enabled === "true"
  if (isAutomatic && types !== undefined) {
    // Worded as for every pair of parameters that exclude each other.
    throw invalidRequest(
      "You may only specify one of these parameters: automatic_payment_methods, payment_method_types.",
      { code: "parameters_exclusive", param: "automatic_payment_methods" }
    )
  }
  return {
    automatic_payment_methods: isAutomatic
      ? {
          enabled: true,
          ...(automatic.allow_redirects
            ? { allow_redirects: String(automatic.allow_redirects) }
            : {}),
        }
      : null,
    payment_method_types: Array.isArray(types) ? types.map(String) : ["card"],
  }
}
