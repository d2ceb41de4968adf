import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import {
  type NewRefundLine,
  type OrderRefundRecord,
  orderRefundStatus,
  type RefundDetails,
} from "../../../domain"
import { managerOf, type Tables, type TransactionContext } from "../database"
import type { NewTransaction } from "../types"
import { REFUNDS_BY_ID } from "./refund-statements"
import { lockRefund, transactionStates } from "./row-locks"
import { textArray } from "./text-array"
import { toOrderRefundRecord, withDates, type Row } from "./serialize"
import { writeRows } from "./write-rows"

/** Locks an order refund, and reads it. */
export async function lockOrderRefund(
  id: string,
  context: TransactionContext
): Promise<OrderRefundRecord> {
  const manager = managerOf(context)
  await lockRefund(manager, id)
  const [row]: Row[] = await manager.execute(REFUNDS_BY_ID, [textArray([id])])
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order refund ${id} does not exist.`
    )
  }
  return toOrderRefundRecord(row)
}

/**
 * The status follows from the transactions. When their states change the books
 * have to follow, unless `books` says that nothing is left to write.
 */
export async function deriveStatus(
  id: string,
  context: TransactionContext,
  books: "to_write" | "written" = "to_write"
): Promise<void> {
  const manager = managerOf(context)
  const states = await transactionStates(manager, id)
  await writeRows(manager, [
    {
      update: "refunds_order_refund",
      id,
      fields: {
        status: orderRefundStatus(states),
        booked_at: books === "written" ? new Date() : null,
      },
    },
  ])
}

/** A line of an order refund, as it is stored. */
export const lineRow = (
  order_refund_id: string,
  line: NewRefundLine,
  position: number
) => ({
  id: generateEntityId(undefined, "orrl"),
  ...line,
  position,
  tax_lines: { lines: line.tax_lines },
  order_refund_id,
})

/** A transaction of an order refund, as it is stored. */
export const transactionRow = (
  refund: { id: string; order_id: string; currency_code: string },
  transaction: NewTransaction & Partial<RefundDetails>,
  position: number
) => ({
  ...withDates(transaction),
  position,
  order_id: refund.order_id,
  currency_code: refund.currency_code,
  order_refund_id: refund.id,
})

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
    lines.map((line, position) => lineRow(orderRefundId, line, position)),
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
    transactions.map(({ status, ...transaction }, index) => ({
      ...transactionRow(refund, transaction, position + index),
      status,
    })),
    context
  )
}
