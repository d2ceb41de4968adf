import type Stripe from "stripe"
import { invalidRequest, missing } from "../errors"
import type { Emit } from "../events"
import type { Form } from "../form-encoding"
import { allow, integer, mergeMetadata, required, text } from "../params"
import type { AccountState } from "../state"
import { retrieveCustomer } from "./customers"
import { newInvoice } from "./invoice-object"

export function createInvoice(
  state: AccountState,
  params: Form,
  emit: Emit
): Stripe.Invoice {
  allow(params, [
    ...["auto_advance", "collection_method", "currency", "customer"],
    ...["days_until_due", "description", "metadata"],
  ])
  const customer = retrieveCustomer(state, required(params, "customer"))
  const currency = text(params, "currency") ?? customer.currency ?? "usd"
  const invoice = newInvoice(state, customer, {
    currency: currency.toLowerCase(),
    description: text(params, "description") ?? null,
    metadata: mergeMetadata(null, params),
  })
  state.data.invoices[invoice.id] = invoice
  emit("invoice.created", invoice)
  return invoice
}

export function retrieveInvoice(
  { data }: AccountState,
  id: string
): Stripe.Invoice {
  const invoice = data.invoices[id]
  if (!invoice) {
    throw missing("invoice", id, "invoice")
  }
  return invoice
}

/** Adds a line to a draft. */
export function addInvoiceItem(state: AccountState, params: Form): object {
  allow(params, [
    ...["amount", "currency", "customer", "description", "invoice"],
    "metadata",
  ])
  const invoice = inStatus(state, required(params, "invoice"), "draft")
  required(params, "amount")
  const amount = integer(params, "amount") ?? 0
  const id = state.id("il")
  invoice.lines.data.push({
    id,
    object: "line_item",
    amount,
    currency: invoice.currency,
    description: text(params, "description") ?? null,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice: invoice.id,
    livemode: false,
    metadata: mergeMetadata(null, params),
    parent: null,
    period: { start: state.now(), end: state.now() },
    pretax_credit_amounts: [],
    pricing: null,
    quantity: 1,
    quantity_decimal: null,
    subscription: null,
    subtotal: amount,
    taxes: [],
  })
  invoice.total = invoice.subtotal += amount
  invoice.amount_due = invoice.amount_remaining = invoice.total
  return {
    id: state.id("ii"),
    object: "invoiceitem",
    amount,
    currency: invoice.currency,
    customer: invoice.customer,
    invoice: invoice.id,
    livemode: false,
  }
}

export function finalizeInvoice(
  state: AccountState,
  id: string,
  emit: Emit
): Stripe.Invoice {
  const invoice = inStatus(state, id, "draft")
  invoice.status = "open"
  invoice.number = `EMU-${id.slice(-6)}`
  invoice.effective_at = state.now()
  invoice.status_transitions.finalized_at = state.now()
  emit("invoice.finalized", invoice)
  return invoice
}

/** Only money that was paid elsewhere: who pays by card is a payment intent. */
export function payInvoice(
  state: AccountState,
  id: string,
  params: Form,
  emit: Emit
): Stripe.Invoice {
  allow(params, ["paid_out_of_band"])
  const invoice = inStatus(state, id, "open")
  if (text(params, "paid_out_of_band") !== "true") {
    throw invalidRequest("The emulator models `paid_out_of_band` only.")
  }
  invoice.status = "paid"
  invoice.amount_paid = invoice.amount_remaining
  invoice.amount_remaining = 0
  invoice.status_transitions.paid_at = state.now()
  emit("invoice.paid", invoice)
  return invoice
}

function inStatus(
  state: AccountState,
  id: string,
  status: Stripe.Invoice.Status
): Stripe.Invoice {
  const invoice = retrieveInvoice(state, id)
  if (invoice.status !== status) {
    throw invalidRequest(
      `Invoice ${id} is ${String(invoice.status)}; this needs one that is ${status}.`,
      { code: "invoice_not_editable" }
    )
  }
  return invoice
}
