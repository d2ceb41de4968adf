import type Stripe from "stripe"
import { missing } from "../errors"
import { decimalsOf } from "../money"
import type { AccountState } from "../state"

const DAY = 24 * 60 * 60
const DAYS_PENDING = 2

type Entry = {
  /** In the currency of the customer. */
  amount: number
  currency: string
  source: string
  type:
    | "charge"
    | "payment"
    | "refund"
    | "payment_refund"
    | "refund_failure"
    | "adjustment"
  /** Default: the type. */
  reportingCategory?: string
  description?: string | null
  /** What Stripe keeps, in the currency of the account. */
  fee?: number
  feeDescription?: string
  /** Default: two days, as for payments by card. */
  available?: boolean
}

/** Moves money on the account's balance, in the currency that it is paid out in. */
export function addBalanceTransaction(
  state: AccountState,
  entry: Entry
): Stripe.BalanceTransaction {
  const { amount, currency, exchange_rate } = settle(state, entry)
  const fee = entry.fee ?? 0
  const description = entry.feeDescription ?? "Stripe processing fees"
  const transaction: Stripe.BalanceTransaction = {
    id: state.id("txn"),
    object: "balance_transaction",
    amount,
    available_on: state.now() + (entry.available ? 0 : DAYS_PENDING * DAY),
    balance_type: "payments",
    created: state.now(),
    currency,
    description: entry.description ?? null,
    exchange_rate,
    fee,
    fee_details: fee
      ? [
          {
            amount: fee,
            application: null,
            currency,
            description,
            type: "stripe_fee",
          },
        ]
      : [],
    net: amount - fee,
    reporting_category: entry.reportingCategory ?? entry.type,
    source: entry.source,
    status: entry.available ? "available" : "pending",
    type: entry.type,
  }
  state.data.balanceTransactions[transaction.id] = transaction
  return transaction
}

/** What Stripe keeps of a payment by card: 2.9 % and 30, in the account's currency. */
export function processingFee(
  state: AccountState,
  payment: { amount: number; currency: string }
): number {
  const { amount } = settle(state, payment)
  return Math.round((amount * 29) / 1000) + 30
}

/** An amount in the currency of the account. */
function settle(
  { settings: { settlement } }: AccountState,
  { amount, currency }: { amount: number; currency: string }
) {
  if (!settlement || settlement.currency === currency) {
    return { amount, currency, exchange_rate: null }
  }
  const shift = decimalsOf(settlement.currency) - decimalsOf(currency)
  return {
    amount: Math.round(amount * settlement.rate * 10 ** shift),
    currency: settlement.currency,
    exchange_rate: settlement.rate,
  }
}

/** Marks what has become available since it was made. */
export function makeAvailable(state: AccountState): void {
  for (const transaction of Object.values(state.data.balanceTransactions)) {
    if (transaction.available_on <= state.now()) {
      transaction.status = "available"
    }
  }
}

/**
 * Those of one source, or all. Of a dispute the list has none, though they
 * exist: as recorded, they are found in the dispute only.
 */
export const transactionsOf = (
  { data }: AccountState,
  source: string | undefined
): Stripe.BalanceTransaction[] =>
  Object.values(data.balanceTransactions).filter(
    (transaction) =>
      source === undefined ||
      (transaction.source === source && !/^d[up]_/.test(source))
  )

export function retrieveTransaction(
  { data }: AccountState,
  id: string
): Stripe.BalanceTransaction {
  const transaction = data.balanceTransactions[id]
  if (!transaction) {
    throw missing("balance transaction", id)
  }
  return transaction
}
