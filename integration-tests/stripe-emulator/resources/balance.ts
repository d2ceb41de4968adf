import type Stripe from "stripe"
import type { AccountState } from "../state"

/** What the account has, by currency: the sum of its transactions, less fees. */
export function retrieveBalance({ data }: AccountState): Stripe.Balance {
  const transactions = Object.values(data.balanceTransactions)
  const currencies = [...new Set(transactions.map(({ currency }) => currency))]
  const sums = (status: string) =>
    currencies.map((currency) => {
      const amount = transactions
        .filter((each) => each.currency === currency && each.status === status)
        .reduce((sum, { net }) => sum + net, 0)
      return { amount, currency, source_types: { card: amount } }
    })
  return {
    object: "balance",
    available: sums("available"),
    livemode: false,
    pending: sums("pending"),
    refund_and_dispute_prefunding: { available: [], pending: [] },
  }
}
