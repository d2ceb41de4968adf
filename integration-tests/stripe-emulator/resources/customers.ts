import type Stripe from "stripe"
import { missing, missingParam } from "../errors"
import type { Form } from "../form-encoding"
import { mergeMetadata, text } from "../params"
import type { AccountState } from "../state"

export function createCustomer(
  state: AccountState,
  params: Form
): Stripe.Customer {
  const customer: Stripe.Customer = {
    id: state.id("cus"),
    object: "customer",
    balance: 0,
    created: state.now(),
    default_source: null,
    description: null,
    email: text(params, "email") ?? null,
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: mergeMetadata(null, params),
    name: text(params, "name") ?? null,
    phone: text(params, "phone") ?? null,
    shipping: null,
  }
  state.data.customers[customer.id] = customer
  return customer
}

export function retrieveCustomer(
  { data }: AccountState,
  id: string
): Stripe.Customer {
  const customer = data.customers[id]
  if (!customer) {
    throw missing("customer", id)
  }
  return customer
}

export function updateCustomer(
  state: AccountState,
  id: string,
  params: Form
): Stripe.Customer {
  const customer = retrieveCustomer(state, id)
  customer.email = text(params, "email") ?? customer.email
  customer.name = text(params, "name") ?? customer.name
  customer.metadata = mergeMetadata(customer.metadata, params)
  return customer
}

export function deleteCustomer(state: AccountState, id: string) {
  const customer = retrieveCustomer(state, id)
  delete state.data.customers[customer.id]
  return { id: customer.id, object: "customer", deleted: true }
}

/** Refuses a request that names a customer who does not exist. */
export function existingCustomer({ data }: AccountState, params: Form): void {
  const id = text(params, "customer")
  if (id && !data.customers[id]) {
    throw missingParam("customer", id, "customer")
  }
}
