import { MathBN } from "@medusajs/framework/utils"
import { stripeRefunds, type Books } from "../../support/books"
import type { PaidOrder } from "../../support/paid-order"
import type { TwoStores } from "./two-stores"

/** The books, with the sums that Medusa keeps of an order's transactions. */
export type AllBooks = Books & {
  /** Of the order's summary: each is read, added to and written by Medusa. */
  summary: { paid: string; refunded: string; pending: string }
  /** Our records: what counts as paid. */
  recorded: string
}

type Row = Record<string, unknown>
type Detail = {
  payment_status: string
  summary: Row
  credit_lines: Row[]
  transactions: Row[]
  payment_collections: (Row & { payments: (Row & { refunds: Row[] })[] })[]
}

const FIELDS = [
  "payment_status",
  "summary",
  "total",
  "*items",
  "*credit_lines",
  "*transactions",
  "*payment_collections",
  "*payment_collections.payments",
  "*payment_collections.payments.refunds",
]

const exact = (amount: unknown): string =>
  MathBN.convert((amount ?? 0) as number).toFixed()
const sum = (rows: Row[], field = "amount"): string =>
  MathBN.sum(0, ...rows.map((row) => exact(row[field]))).toFixed()

/** Reads every book of an order: Medusa's, Stripe's and ours. */
export async function readAllBooks(
  { b, database, stripe }: TwoStores,
  order: PaidOrder
): Promise<AllBooks> {
  const { data } = await b.api.get<{ order: Detail }>(
    `/admin/orders/${order.id}?fields=${FIELDS.join(",")}`
  )
  const detail = data.order
  const one = async (sql: string): Promise<Row> =>
    (await database.query<Row>(sql, [order.id]))[0] ?? {}
  const stored = await one(
    `SELECT totals->>'paid_total' AS paid, totals->>'refunded_total' AS refunded,
       totals->>'pending_difference' AS pending
     FROM order_summary JOIN "order" USING (version)
     WHERE order_id = $1 AND "order".id = order_id
       AND order_summary.deleted_at IS NULL`
  )
  const changes = await one(
    `SELECT count(*)::int AS open FROM order_change
     WHERE order_id = $1 AND status IN ('pending', 'requested')`
  )
  const ours = await one(
    `SELECT coalesce(sum(amount::numeric), 0) AS amount FROM refunds_transaction
     WHERE order_id = $1 AND superseded_at IS NULL
       AND status IN ('pending', 'requires_action', 'succeeded')`
  )
  return {
    pending_difference: exact(detail.summary.pending_difference),
    payment_status: detail.payment_status,
    refunded_amount: sum(detail.payment_collections, "refunded_amount"),
    refund_rows: sum(
      detail.payment_collections.flatMap(({ payments }) =>
        payments.flatMap(({ refunds }) => refunds)
      )
    ),
    order_transactions: sum(
      detail.transactions.filter(({ reference }) => reference === "refund")
    ),
    credit_lines: sum(detail.credit_lines),
    stripe_minor: stripeRefunds(stripe, order).reduce(
      (total, { amount }) => total + amount,
      0
    ),
    active_change: changes.open !== 0,
    summary: {
      paid: exact(stored.paid),
      refunded: exact(stored.refunded),
      pending: exact(stored.pending),
    },
    recorded: exact(ours.amount),
  }
}

const PAID = 80

/** What all books say of 80.00 paid, of which this was refunded and nothing is owed. */
export const refundedBooks = (refunded: number): AllBooks => ({
  pending_difference: "0",
  payment_status:
    refunded === 0
      ? "captured"
      : refunded < PAID
        ? "partially_refunded"
        : "refunded",
  refunded_amount: String(refunded),
  refund_rows: String(refunded),
  order_transactions: String(-refunded),
  credit_lines: String(refunded),
  stripe_minor: refunded * 100,
  active_change: false,
  summary: { paid: String(PAID), refunded: String(refunded), pending: "0" },
  recorded: String(refunded),
})
