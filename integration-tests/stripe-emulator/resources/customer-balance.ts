import type Stripe from "stripe"
import type { Form } from "../form-encoding"
import { invalidParams, missing } from "../errors"
import { allow, integer, mergeMetadata, required, text } from "../params"
import type { AccountState } from "../state"
import { retrieveCustomer } from "./customers"

type Entry = Pick<
  Stripe.CustomerBalanceTransaction,
  "amount" | "currency" | "description" | "metadata" | "type"
> & { credit_note?: string; invoice?: string }

/** Changes what a customer owes on later invoices; below zero they have credit. */
export function addToCustomerBalance(
  state: AccountState,
  customerId: string,
  { credit_note, invoice, ...entry }: Entry
): Stripe.CustomerBalanceTransaction {
  const customer = retrieveCustomer(state, customerId)
  if (customer.currency && customer.currency !== entry.currency) {
    throw invalidParams(
      `The customer's balance is in ${customer.currency}, not in ${entry.currency}.`,
      { param: "currency" }
    )
  }
  customer.currency = entry.currency
  customer.balance += entry.amount
  const transaction: Stripe.CustomerBalanceTransaction = {
    id: state.id("cbtxn"),
    object: "customer_balance_transaction",
    checkout_session: null,
    created: state.now(),
    credit_note: credit_note ?? null,
    customer: customer.id,
    customer_account: null,
    ending_balance: customer.balance,
    invoice: invoice ?? null,
    livemode: false,
    ...entry,
  }
  state.data.customerBalanceTransactions[transaction.id] = transaction
  return transaction
}

export function createCustomerBalanceTransaction(
  state: AccountState,
  customer: string,
  params: Form
): Stripe.CustomerBalanceTransaction {
  allow(params, ["amount", "currency", "description", "metadata"])
  required(params, "amount")
  return addToCustomerBalance(state, customer, {
    amount: integer(params, "amount") ?? 0,
    currency: required(params, "currency").toLowerCase(),
    description: text(params, "description") ?? null,
    metadata: mergeMetadata(null, params),
    type: "adjustment",
  })
}

export const customerTransactionsOf = (
  state: AccountState,
  id: string
): Stripe.CustomerBalanceTransaction[] => {
  const { id: customer } = retrieveCustomer(state, id)
  return Object.values(state.data.customerBalanceTransactions).filter(
    (transaction) => transaction.customer === customer
  )
}

export function retrieveCustomerTransaction(
  { data }: AccountState,
  id: string
): Stripe.CustomerBalanceTransaction {
  const transaction = data.customerBalanceTransactions[id]
  if (!transaction) {
    throw missing("customer_balance_transaction", id, "transaction")
  }
  return transaction
}

/** Money that a customer sent by bank transfer and that no payment used yet. */
export function cashBalanceOf(
  state: AccountState,
  id: string
): Stripe.CashBalance {
  const customer = retrieveCustomer(state, id)
  return {
    object: "cash_balance",
    available: state.data.cashBalances[customer.id] ?? null,
    customer: customer.id,
    customer_account: null,
    livemode: false,
    settings: {
      reconciliation_mode: "automatic",
      using_merchant_default: true,
    },
  }
}

/** The test helper for a bank transfer that arrives. */
export function fundCashBalance(
  state: AccountState,
  id: string,
  params: Form
): Stripe.CashBalance {
  allow(params, ["amount", "currency", "reference"])
  const customer = retrieveCustomer(state, id)
  const currency = required(params, "currency").toLowerCase()
  required(params, "amount")
  const balance = state.data.cashBalances[customer.id] ?? {}
  state.data.cashBalances[customer.id] = {
    ...balance,
    [currency]: (balance[currency] ?? 0) + (integer(params, "amount") ?? 0),
  }
  return cashBalanceOf(state, id)
}
