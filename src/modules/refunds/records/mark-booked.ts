import { MedusaError } from "@medusajs/framework/utils"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { RefundTransactionRecord } from "../../../domain"
import { ALONE } from "../../../ledger/share-calls"
import type { AuditEntry } from "../types"
import { auditRows } from "./append-audit"
import { lockRefunds, readTransactions } from "./row-locks"
import type { Row } from "./serialize"
import { type RowChange, writeRows } from "./write-rows"

/** What Medusa's books say of an order refund. */
export type BooksMark = {
  order_refund_id: string
  /** Ids of transactions that are in the books now. */
  booked: string[]
  /** And of those that are not any more. */
  unbooked: string[]
  /** The states that the books were written from. */
  seen: Pick<RefundTransactionRecord, "id" | "status">[]
  /** Nothing is left to write. */
  complete: boolean
  audit: AuditEntry
}

/** Notes what the books of different order refunds say, or of those that are free. */
export async function markAll(
  manager: SqlEntityManager,
  marks: readonly BooksMark[],
  waits: boolean
): Promise<(undefined | typeof ALONE)[]> {
  const ids = marks.map(({ order_refund_id }) => order_refund_id)
  const locked = await lockRefunds(manager, ids, waits)
  const rows = await readTransactions(manager, locked)
  const now = new Date()
  const isFree = ({ order_refund_id }: BooksMark, index: number) =>
    locked.includes(order_refund_id) && ids.indexOf(order_refund_id) === index
  if (waits && !marks.every(isFree)) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order refund ${ids.join(", ")} does not exist.`
    )
  }
  await writeRows(
    manager,
    marks.filter(isFree).flatMap((mark) => changesOf(mark, rows, now))
  )
  return marks.map((mark, index) => (isFree(mark, index) ? undefined : ALONE))
}

function changesOf(
  { order_refund_id, booked, unbooked, audit, ...mark }: BooksMark,
  transactions: Row[],
  now: Date
): RowChange[] {
  // News that came while the books were written is for the next time.
  const overtaken = transactions.some(
    (row) =>
      row.order_refund_id === order_refund_id &&
      mark.seen.find(({ id }) => id === row.id)?.status !== row.status
  )
  const marked = (ids: string[], booked_at: Date | null): RowChange[] =>
    ids.map((id) => ({
      update: "refunds_transaction",
      id,
      fields: { booked_at },
    }))
  return [
    ...marked(booked, now),
    ...marked(unbooked, null),
    ...(mark.complete || overtaken
      ? [
          {
            update: "refunds_order_refund",
            id: order_refund_id,
            // Whoever overtook these books may have noted them as complete.
            fields: { booked_at: overtaken ? null : now },
          },
        ]
      : []),
    auditRows(
      { order_refund_id },
      booked.length || unbooked.length
        ? [{ audit: { ...audit, details: { booked, unbooked } } }]
        : []
    ),
  ]
}
