import { hasFailed } from "../gateway/refund-transaction-status"
import { sum } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import type {
  OrderRefundRecord,
  RefundTransactionRecord,
} from "./refund-records"

/** The movements of money that count: no other one took their place. */
export const currentTransactions = <
  Transaction extends Pick<RefundTransactionRecord, "superseded_at">,
>({
  transactions,
}: {
  transactions: Transaction[]
}): Transaction[] => transactions.filter(({ superseded_at }) => !superseded_at)

/** What failed, and is still owed to the customer. */
export const failedTransactions = (
  refund: OrderRefundRecord
): RefundTransactionRecord[] =>
  refund.revoked_at
    ? []
    : currentTransactions(refund).filter(({ status }) => hasFailed(status))

/** The sum of amounts of transactions. */
export const amountOf = (transactions: { amount: Decimal }[]): Decimal =>
  sum(...transactions.map(({ amount }) => amount))
