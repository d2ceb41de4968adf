import type { Decimal, OrderReference } from "../../domain"

/** A credit line to add to an order: below zero it raises the order's total. */
export type NewCreditLine = OrderReference & {
  amount: Decimal
  created_by: string | null
  /** What Medusa's row says instead of what the line is about. */
  shown?: OrderReference | null
}

/** One refund as Medusa's payment module should know it. */
export type RefundRow = {
  id: string
  payment_id: string
  amount: Decimal
  created_by: string | null
  note: string | null
  refund_reason_id: string | null
  metadata: Record<string, unknown>
}

/** What is to be written into Medusa's books of one order, all of it or nothing. */
export type BooksEntries = {
  credit_lines: NewCreditLine[]
  /** Payments above zero, refunds below. */
  transactions: (OrderReference & { amount: Decimal })[]
  /** Ids of order transactions whose money came back. */
  removed_transactions: string[]
  refund_rows: RefundRow[]
  removed_refund_rows: { id: string; payment_id: string }[]
}

export const NO_ENTRIES: BooksEntries = {
  credit_lines: [],
  transactions: [],
  removed_transactions: [],
  refund_rows: [],
  removed_refund_rows: [],
}

/** Whether anything of the order is written, not only of its payments. */
export const concernsOrder = (entries: BooksEntries): boolean =>
  entries.credit_lines.length > 0 ||
  entries.transactions.length > 0 ||
  entries.removed_transactions.length > 0

export const concernsPayments = (entries: BooksEntries): boolean =>
  entries.refund_rows.length > 0 || entries.removed_refund_rows.length > 0
