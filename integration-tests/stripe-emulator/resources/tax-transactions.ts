import type Stripe from "stripe"
import { invalidRequest, missing } from "../errors"
import type { Form } from "../form-encoding"
import { allow, integer, mergeMetadata, required, text } from "../params"
import type { AccountState } from "../state"

type Line = Stripe.Tax.TransactionLineItem

export type TaxSale = {
  currency: string
  reference: string
  lines: { reference: string; amount: number; amount_tax: number }[]
}

export function retrieveTaxTransaction(
  { data }: AccountState,
  id: string
): Stripe.Tax.Transaction {
  const transaction = data.taxTransactions[id]
  if (!transaction) {
    throw missing("tax transaction", id, "transaction")
  }
  return transaction
}

/** A sale that Stripe Tax reports; what a calculation would have made. */
export function addTaxTransaction(
  state: AccountState,
  sale: TaxSale
): Stripe.Tax.Transaction {
  const id = state.id("tax")
  const lines = sale.lines.map((line) =>
    lineOf(state, { ...line, quantity: 1, reversal: null })
  )
  return keep(state, id, lines, { ...sale, reversal: null })
}

/**
 * Takes all of a sale back, or a part of it: an amount over everything with
 * `flat_amount`, or amounts of lines. All of them are below zero.
 */
export function reverseTaxTransaction(
  state: AccountState,
  params: Form
): Stripe.Tax.Transaction {
  allow(params, [
    ...["mode", "original_transaction", "reference", "flat_amount"],
    ...["line_items", "metadata", "shipping_cost"],
  ])
  const mode = required(params, "mode")
  const reference = required(params, "reference")
  const original = retrieveTaxTransaction(
    state,
    required(params, "original_transaction")
  )
  if (takenReference(state, reference)) {
    throw invalidRequest(
      `A tax transaction with the reference '${reference}' exists already.`,
      { param: "reference" }
    )
  }
  const sold = original.line_items?.data ?? []
  const lines =
    mode === "full"
      ? sold.map((line) => reversed(state, line, line.amount, line.amount_tax))
      : partOf(state, sold, params)
  assertLeft(state, original, lines)
  return keep(state, state.id("tax"), lines, {
    currency: original.currency,
    reference,
    metadata: mergeMetadata(null, params),
    reversal: { original_transaction: original.id },
  })
}

/** A flat amount takes the same part of each line; the last takes what rounding leaves. */
function partOf(state: AccountState, sold: Line[], params: Form): Line[] {
  const asked = params.line_items
  if (Array.isArray(asked)) {
    return asked.map((each) => {
      const form = typeof each === "object" && !Array.isArray(each) ? each : {}
      const line = sold.find(({ id }) => id === form.original_line_item)
      if (!line) {
        throw missing(
          "tax transaction line item",
          text(form, "original_line_item") ?? "",
          "line_items"
        )
      }
      return reversed(
        state,
        line,
        -(integer(form, "amount") ?? 0),
        -(integer(form, "amount_tax") ?? 0)
      )
    })
  }
  required(params, "flat_amount")
  const flat = -(integer(params, "flat_amount") ?? 0)
  const total = sold.reduce((sum, line) => sum + grossOf(line), 0)
  let done = 0
  return sold.map((line, index) => {
    const isLast = index === sold.length - 1
    const gross = isLast
      ? flat - done
      : Math.round((flat * grossOf(line)) / total)
    done += gross
    const tax = Math.round((gross * line.amount_tax) / grossOf(line))
    return reversed(state, line, gross - tax, tax)
  })
}

const grossOf = ({ amount, amount_tax }: Line) => amount + amount_tax

const reversed = (
  state: AccountState,
  line: Line,
  amount: number,
  tax: number
): Line =>
  lineOf(state, {
    reference: line.reference,
    quantity: line.quantity,
    amount: -amount,
    amount_tax: -tax,
    reversal: { original_line_item: line.id },
  })

function assertLeft(
  { data }: AccountState,
  original: Stripe.Tax.Transaction,
  lines: Line[]
): void {
  const reversals = Object.values(data.taxTransactions).filter(
    ({ reversal }) => reversal?.original_transaction === original.id
  )
  const all = [original, ...reversals].flatMap(
    ({ line_items }) => line_items?.data ?? []
  )
  const left = [...all, ...lines].reduce((sum, line) => sum + grossOf(line), 0)
  if (left < 0) {
    throw invalidRequest(
      `The reversals of ${original.id} would be more than it has left.`
    )
  }
}

const takenReference = ({ data }: AccountState, reference: string) =>
  Object.values(data.taxTransactions).some(
    (transaction) => transaction.reference === reference
  )

const lineOf = (
  state: AccountState,
  line: Pick<
    Line,
    "amount" | "amount_tax" | "quantity" | "reference" | "reversal"
  >
): Line => ({
  id: state.id("tax_li"),
  object: "tax.transaction_line_item",
  livemode: false,
  metadata: {},
  product: null,
  tax_behavior: "exclusive",
  tax_code: "txcd_99999999",
  type: line.reversal ? "reversal" : "transaction",
  ...line,
})

function keep(
  state: AccountState,
  id: string,
  lines: Line[],
  more: Pick<Stripe.Tax.Transaction, "currency" | "reference" | "reversal"> & {
    metadata?: Record<string, string>
  }
): Stripe.Tax.Transaction {
  const { currency, reference, reversal, metadata = {} } = more
  const transaction: Stripe.Tax.Transaction = {
    id,
    object: "tax.transaction",
    created: state.now(),
    currency,
    customer: null,
    customer_details: {
      address: null,
      address_source: null,
      ip_address: null,
      tax_ids: [],
      taxability_override: "none",
    },
    line_items: {
      object: "list",
      data: lines,
      has_more: false,
      url: `/v1/tax/transactions/${id}/line_items`,
    },
    livemode: false,
    metadata,
    posted_at: state.now(),
    reference,
    reversal,
    ship_from_details: null,
    shipping_cost: null,
    tax_date: state.now(),
    type: reversal ? "reversal" : "transaction",
  }
  state.data.taxTransactions[id] = transaction
  return transaction
}
