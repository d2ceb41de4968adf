import { MedusaError } from "@medusajs/framework/utils"
import {
  type NewRefundLine,
  type OrderRefundRecord,
  orderRefundStatus,
  type RefundDetails,
} from "../../../domain"
import { managerOf, type Tables, type TransactionContext } from "../database"
import type { NewTransaction } from "../types"
import { lockRefundRows, transactionStates } from "./row-locks"
import { toOrderRefundRecord, withDates, type Row } from "./serialize"

/** What an order refund is read with. */
export const RELATIONS = ["lines", "transactions"]

/** Locks an order refund with its transactions, and reads it. */
export async function lockOrderRefund(
  rows: Tables,
  id: string,
  context: TransactionContext
): Promise<OrderRefundRecord> {
  await lockRefundRows(managerOf(context), id)
  const [row] = await rows.listOrderRefunds(
    { id },
    { relations: RELATIONS, take: 1 },
    context
  )
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order refund ${id} does not exist.`
    )
  }
  return toOrderRefundRecord(row as Row)
}

/**
 * The status follows from the transactions. When their states change the books
 * have to follow, unless `books` says that nothing is left to write, or that
 * nothing changed which they tell.
 */
export async function deriveStatus(
  rows: Tables,
  id: string,
  context: TransactionContext,
  books: "to_write" | "written" | "unchanged" = "to_write"
): Promise<void> {
  const states = await transactionStates(managerOf(context), id)
  await rows.updateOrderRefunds(
    [
      {
        id,
        status: orderRefundStatus(states),
        ...(books === "unchanged"
          ? {}
          : { booked_at: books === "written" ? new Date() : null }),
      },
    ],
    context
  )
}

/** Writes the lines of an order refund; what it had before is deleted. */
export async function writeLines(
  rows: Tables,
  orderRefundId: string,
  lines: NewRefundLine[],
  context: TransactionContext
): Promise<void> {
  await rows.softDeleteOrderRefundLines(
    { order_refund_id: orderRefundId },
    {},
    context
  )
  await rows.createOrderRefundLines(
    lines.map((line, position) => ({
      ...line,
      position,
      tax_lines: { lines: line.tax_lines },
      order_refund_id: orderRefundId,
    })),
    context
  )
}

/** Adds transactions to an order refund, after those it has. */
export async function writeTransactions(
  rows: Tables,
  refund: { id: string; order_id: string; currency_code: string },
  transactions: (NewTransaction &
    Partial<RefundDetails> &
    Pick<OrderRefundRecord["transactions"][number], "status">)[],
  context: TransactionContext,
  position = 0
): Promise<void> {
  await rows.createRefundTransactions(
    transactions.map((transaction, index) => ({
      ...withDates(transaction),
      position: position + index,
      order_id: refund.order_id,
      currency_code: refund.currency_code,
      order_refund_id: refund.id,
    })),
    context
  )
}
