import type Stripe from "stripe"
import type { AccountState } from "../state"

/** Moves money on the account's balance. Nothing carries a fee. */
export function addBalanceTransaction(
  state: AccountState,
  entry: {
    amount: number
    currency: string
    source: string
    type: "charge" | "refund" | "refund_failure" | "adjustment"
    /** Default: the type. */
    reportingCategory?: string
  }
): Stripe.BalanceTransaction {
  const transaction: Stripe.BalanceTransaction = {
    id: state.id("txn"),
    object: "balance_transaction",
    amount: entry.amount,
    available_on: state.now(),
    balance_type: "payments",
    created: state.now(),
    currency: entry.currency,
    description: null,
    exchange_rate: null,
    fee: 0,
    fee_details: [],
    net: entry.amount,
    reporting_category: entry.reportingCategory ?? entry.type,
    source: entry.source,
    status: "available",
    type: entry.type,
  }
  state.data.balanceTransactions[transaction.id] = transaction
  return transaction
}

/** The balance in one currency. */
export const balanceOf = (state: AccountState, currency: string): number =>
  Object.values(state.data.balanceTransactions)
    .filter((transaction) => transaction.currency === currency)
    .reduce((sum, { net }) => sum + net, 0)
