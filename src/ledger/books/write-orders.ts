import { isSummaryBehind } from "../../domain"
import { ALONE } from "../share-calls"
import { concernsOrder, concernsPayments } from "./books-entries"
import {
  lockOrders,
  type OrderBooks,
  type StoredSummary,
  unchangedOrders,
} from "./lock-orders"
import { writeOrderEntries } from "./order-entries"
import {
  lockCollections,
  paymentsOf,
  writeRefundRows,
  type WrittenRows,
} from "./refund-rows"
import type { Database, Statements } from "./statements"

/** Null: the order is not any more as it was read, and nothing was written. */
type Written = WrittenRows | null | typeof ALONE

const NOTHING: WrittenRows = { added: [], removed: [] }

/**
 * Writes the books of several orders in one transaction.
 *
 * @param waits false: an order that somebody holds, or that is named twice, is left
 *   to be written alone
 */
export async function writeOrders(
  database: Database,
  books: readonly OrderBooks[],
  waits: boolean
): Promise<Written[]> {
  const wanted = books.filter(
    (each, index) =>
      (writesOrder(each) || concernsPayments(each.entries)) &&
      books.findIndex(({ order }) => order.id === each.order.id) === index
  )
  const written = wanted.length
    ? await database.transaction((transaction) =>
        writeLocked(transaction, wanted, waits)
      )
    : new Map<OrderBooks, Written>()
  return books.map((each) =>
    writesOrder(each) || concernsPayments(each.entries)
      ? (written.get(each) ?? ALONE)
      : NOTHING
  )
}

const writesOrder = ({ order, entries }: OrderBooks): boolean =>
  concernsOrder(entries) || isSummaryBehind(order)

async function writeLocked(
  transaction: Statements,
  wanted: OrderBooks[],
  waits: boolean
): Promise<Map<OrderBooks, Written>> {
  await transaction.raw(LOCK_TIMEOUT, {})
  const { held, summaries } = await lockBooks(transaction, wanted, waits)
  const unchanged = held.length
    ? await unchangedOrders(transaction, held)
    : new Set<string>()
  const current = held.filter(({ order }) => unchanged.has(order.id))
  const rows = await writeCurrent(transaction, current, summaries)
  const notHeld = waits ? null : ALONE
  return new Map(
    wanted.map((each) => [
      each,
      current.includes(each)
        ? rowsOf(each, rows)
        : held.includes(each)
          ? null
          : notHeld,
    ])
  )
}

/** Locks orders, then the collections of their payments: everybody in this order. */
async function lockBooks(
  transaction: Statements,
  wanted: OrderBooks[],
  waits: boolean
) {
  const summaries = await lockOrders(
    transaction,
    wanted.map(({ order }) => order),
    waits
  )
  const locked = wanted.filter(({ order }) => summaries.has(order.id))
  const payments = locked.flatMap(({ entries }) => paymentsOf(entries))
  const free = payments.length
    ? await lockCollections(transaction, payments, waits)
    : new Set<string>()
  const held = waits
    ? locked
    : locked.filter(({ entries }) =>
        paymentsOf(entries).every((id) => free.has(id))
      )
  return { held, summaries }
}

async function writeCurrent(
  transaction: Statements,
  current: OrderBooks[],
  summaries: Map<string, StoredSummary>
): Promise<WrittenRows> {
  const orders = current.flatMap((each) => {
    const summary = summaries.get(each.order.id)
    return summary && writesOrder(each) ? [{ ...each, summary }] : []
  })
  if (orders.length) {
    await writeOrderEntries(transaction, orders)
  }
  const payments = current.flatMap(({ entries }) =>
    concernsPayments(entries) ? [entries] : []
  )
  return payments.length
    ? await writeRefundRows(transaction, payments)
    : NOTHING
}

/** What of all rows that changed belongs to one order. */
const rowsOf = (
  { entries }: OrderBooks,
  { added, removed }: WrittenRows
): WrittenRows => ({
  added: added.filter((id) => entries.refund_rows.some((row) => row.id === id)),
  removed: removed.filter((id) =>
    entries.removed_refund_rows.some((row) => row.id === id)
  ),
})

/** A connection is not held for whoever holds an order: the job comes again. */
const LOCK_TIMEOUT = "SET LOCAL lock_timeout = '5s'"
