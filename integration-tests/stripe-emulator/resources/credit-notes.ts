import type Stripe from "stripe"
import { invalidParams, invalidRequest, missing } from "../errors"
import type { Emit } from "../events"
import type { Form } from "../form-encoding"
import { allow, integer, mergeMetadata, required, text } from "../params"
import type { AccountState } from "../state"
import { addToCustomerBalance } from "./customer-balance"
import { retrieveInvoice } from "./invoices"
import { retrieveRefund } from "./refund-object"

type Way = Pick<Stripe.CreditNote, "refunds"> & {
  credit: number
  outside: number
}

/**
 * Takes a part of an invoice back. Of an open one less is left to pay; of a
 * paid one all of it goes somewhere: refunds, the customer's balance, outside.
 */
export function createCreditNote(
  state: AccountState,
  params: Form,
  emit: Emit
): Stripe.CreditNote {
  allow(params, [
    ...["amount", "credit_amount", "invoice", "memo", "metadata"],
    ...["out_of_band_amount", "reason", "refunds"],
  ])
  const invoice = retrieveInvoice(state, required(params, "invoice"))
  required(params, "amount")
  const amount = integer(params, "amount") ?? 0
  assertLeft(invoice, amount)
  const way = wayOf(state, params)
  const isPaid = invoice.status === "paid"
  if (isPaid) {
    assertComplete(amount, way)
    invoice.post_payment_credit_notes_amount += amount
  } else {
    invoice.pre_payment_credit_notes_amount += amount
    invoice.amount_remaining -= amount
  }
  const id = state.id("cn")
  const note = newNote(state, id, invoice, { params, amount, isPaid, way })
  if (way.credit > 0) {
    note.customer_balance_transaction = addToCustomerBalance(
      state,
      String(invoice.customer),
      {
        amount: -way.credit,
        currency: invoice.currency,
        description: null,
        metadata: {},
        type: "credit_note",
        credit_note: id,
        invoice: invoice.id,
      }
    ).id
  }
  state.data.creditNotes[id] = note
  emit("credit_note.created", note)
  return note
}

function assertLeft(invoice: Stripe.Invoice, amount: number): void {
  if (invoice.status !== "open" && invoice.status !== "paid") {
    throw invalidRequest(
      `Invoice ${invoice.id} is ${String(invoice.status)}; a credit note needs one that is open or paid.`
    )
  }
  const left =
    invoice.total -
    invoice.pre_payment_credit_notes_amount -
    invoice.post_payment_credit_notes_amount
  if (amount < 1 || amount > left) {
    throw invalidRequest(
      `Invoice ${invoice.id} has ${left} left to credit, not ${amount}.`,
      { param: "amount" }
    )
  }
}

function wayOf(state: AccountState, params: Form): Way {
  const given = Array.isArray(params.refunds) ? params.refunds : []
  const refunds = given.map((each) => {
    const form = typeof each === "object" && !Array.isArray(each) ? each : {}
    const refund = retrieveRefund(state, text(form, "refund") ?? "")
    return {
      amount_refunded: integer(form, "amount_refunded") ?? refund.amount,
      payment_record_refund: null,
      refund: refund.id,
      type: "refund" as const,
    }
  })
  return {
    refunds,
    credit: integer(params, "credit_amount") ?? 0,
    outside: integer(params, "out_of_band_amount") ?? 0,
  }
}

function assertComplete(amount: number, { refunds, credit, outside }: Way) {
  const refunded = refunds.reduce((sum, each) => sum + each.amount_refunded, 0)
  if (refunded + credit + outside !== amount) {
    throw invalidParams(
      `The refunds, credit_amount and out_of_band_amount must add up to the credit note's amount (${amount}).`
    )
  }
}

function newNote(
  state: AccountState,
  id: string,
  { customer, currency, id: invoice, number }: Stripe.Invoice,
  asked: { params: Form; amount: number; isPaid: boolean; way: Way }
): Stripe.CreditNote {
  const { params, amount, isPaid, way } = asked
  return {
    id,
    object: "credit_note",
    amount,
    amount_shipping: 0,
    created: state.now(),
    currency,
    customer: String(customer),
    customer_account: null,
    customer_balance_transaction: null,
    discount_amount: 0,
    discount_amounts: [],
    effective_at: state.now(),
    invoice,
    lines: {
      object: "list",
      data: [],
      has_more: false,
      url: `/v1/credit_notes/${id}/lines`,
    },
    livemode: false,
    memo: text(params, "memo") ?? null,
    metadata: mergeMetadata(null, params),
    number: `${String(number)}-CN-${id.slice(-4)}`,
    out_of_band_amount: way.outside || null,
    pdf: `https://pay.stripe.com/credit_notes/${id}/pdf`,
    post_payment_amount: isPaid ? amount : 0,
    pre_payment_amount: isPaid ? 0 : amount,
    pretax_credit_amounts: [],
    reason: (text(params, "reason") ?? null) as Stripe.CreditNote["reason"],
    refunds: way.refunds,
    shipping_cost: null,
    status: "issued",
    subtotal: amount,
    subtotal_excluding_tax: amount,
    total: amount,
    total_excluding_tax: amount,
    total_taxes: [],
    type: isPaid ? "post_payment" : "pre_payment",
    voided_at: null,
  }
}

export function retrieveCreditNote(
  { data }: AccountState,
  id: string
): Stripe.CreditNote {
  const note = data.creditNotes[id]
  if (!note) {
    throw missing("credit_note", id)
  }
  return note
}

/** Only of an open invoice: what a paid one gave back stays given. */
export function voidCreditNote(
  state: AccountState,
  id: string,
  emit: Emit
): Stripe.CreditNote {
  const note = retrieveCreditNote(state, id)
  const invoice = retrieveInvoice(state, String(note.invoice))
  if (note.status === "void" || invoice.status !== "open") {
    throw invalidRequest("You cannot void this credit note.")
  }
  note.status = "void"
  note.voided_at = state.now()
  invoice.pre_payment_credit_notes_amount -= note.amount
  invoice.amount_remaining += note.amount
  emit("credit_note.voided", note)
  return note
}
