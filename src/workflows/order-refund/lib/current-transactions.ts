import { MathBN } from "@medusajs/framework/utils"
import { hasFailed, type Decimal } from "../../../domain"
import type {
  OrderRefundRecord,
  RefundTransactionRecord,
} from "../../../modules/refunds/types"

/** The movements of money that count: no other one took their place. */
export const currentTransactions = ({
  transactions,
}: Pick<OrderRefundRecord, "transactions">): RefundTransactionRecord[] =>
  transactions.filter(({ superseded_at }) => !superseded_at)

/** What failed, and is still owed to the customer. */
export const failedTransactions = (
  refund: OrderRefundRecord
): RefundTransactionRecord[] =>
  refund.released_at
    ? []
    : currentTransactions(refund).filter(({ status }) => hasFailed(status))

/** The sum of amounts of transactions. */
export const amountOf = (transactions: { amount: Decimal }[]): Decimal =>
  MathBN.sum(0, ...transactions.map(({ amount }) => amount)).toFixed()
