import type Stripe from "stripe"
import { invalidParams, missing, missingParam } from "../errors"
import type { Form } from "../form-encoding"
import { required, text } from "../params"
import type { AccountState } from "../state"
import { retrieveCustomer } from "./customers"
import { newMethod } from "./method-object"
import { methodType, typeOfToken } from "./method-types"

/** The test payment method that a payment method was made of. */
export const tokenOf = ({ data }: AccountState, id: unknown): string =>
  data.methodTokens[String(id)] ?? String(id)

export function retrieveMethod(
  { data }: AccountState,
  id: string
): Stripe.PaymentMethod {
  const method = data.paymentMethods[id]
  if (!method) {
    throw missing("PaymentMethod", id, "payment_method")
  }
  return method
}

/**
 * The payment method that a request names. Of a test one, as `pm_card_visa`,
 * Stripe makes a payment method of its own each time.
 *
 * @throws 400 `resource_missing` for one that does not exist
 */
export function methodToUse(
  state: AccountState,
  id: string
): Stripe.PaymentMethod {
  const known = state.data.paymentMethods[id]
  if (known) {
    return known
  }
  const type = typeOfToken(id)
  if (!type) {
    throw missingParam("PaymentMethod", id, "payment_method")
  }
  return makeMethod(state, type, id)
}

export function makeMethod(
  state: AccountState,
  type: string,
  token: string
): Stripe.PaymentMethod {
  const method = newMethod(state, type, token)
  state.data.paymentMethods[method.id] = method
  state.data.methodTokens[method.id] = token
  return method
}

/** A payment method of one type; a card may be a test token, as `tok_visa`. */
export function createMethod(
  state: AccountState,
  params: Form
): Stripe.PaymentMethod {
  const type = required(params, "type")
  if (type !== "card" && !methodType(type)) {
    throw invalidParams(`Invalid type: ${type} is not modelled`, {
      param: "type",
    })
  }
  const method = makeMethod(
    state,
    type,
    type === "card" ? "pm_card_visa" : `pm_${type}`
  )
  const { billing_details: given } = params
  if (typeof given === "object" && !Array.isArray(given)) {
    for (const field of ["email", "name", "phone"] as const) {
      method.billing_details[field] = text(given, field) ?? null
    }
  }
  return method
}

export function attachMethod(
  state: AccountState,
  id: string,
  params: Form
): Stripe.PaymentMethod {
  const customer = retrieveCustomer(state, text(params, "customer") ?? "")
  const method = typeOfToken(id)
    ? methodToUse(state, id)
    : retrieveMethod(state, id)
  method.customer = customer.id
  return method
}

export function detachMethod(
  state: AccountState,
  id: string
): Stripe.PaymentMethod {
  const method = retrieveMethod(state, id)
  method.customer = null
  return method
}

/** The saved payment methods of a customer. */
export const methodsOf = (
  { data }: AccountState,
  customer: string,
  params: Form
): Stripe.PaymentMethod[] =>
  Object.values(data.paymentMethods).filter(
    (method) =>
      method.customer === customer &&
      (params.type === undefined || params.type === method.type)
  )
