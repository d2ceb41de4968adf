import { hasFailed } from "../../gateway/refund-transaction-status"
import { equal, isZero, subtract, sum } from "../../money/decimal-math"
import type { Decimal } from "../../money/exact-decimal"
import { booksToWrite } from "../books-to-write"
import { PAID_ANOTHER_WAY_REFERENCE } from "../entries"
import type { OrderRefundRecord } from "../refund-records"
import type { Found, OrderBooks } from "./types"
import { money, named } from "./words"

/** One order transaction per movement and per capture, with its amount. */
export const orderTransactions = (books: OrderBooks): Found[] => [
  ...books.refunds
    .filter(({ booked_at }) => booked_at)
    .flatMap((refund) => ofRefund(books, refund)),
  ...unknown(books),
  ...captures(books),
]

function ofRefund(
  { order, goods }: OrderBooks,
  refund: OrderRefundRecord
): Found[] {
  const { payouts } = booksToWrite(refund, order, goods.of(refund.id))
  const tell = (amount: Decimal) => money(amount, order.currency_code)
  const mend = [{ kind: "finish" as const, order_refund_id: refund.id }]
  const gone = order.transactions.filter(({ id }) => payouts.gone.includes(id))
  const cameBack = (id: string | null) =>
    refund.transactions.some(
      ({ medusa_refund_id, status }) =>
        medusa_refund_id === id && hasFailed(status)
    )
  return [
    ...payouts.missing
      .filter(({ reference_id }) =>
        gone.every((entry) => entry.reference_id !== reference_id)
      )
      .map(({ amount, reference_id }) => ({
        code: "refund_transaction_missing" as const,
        severity: "error" as const,
        about: reference_id,
        message: `${tell(amount)} were given back by ${named(refund)}, but the order has no transaction of ${reference_id}: it seems to have more of the customer's money than it has.`,
        advice: "A repair writes it.",
        order_refund_id: refund.id,
        mend,
      })),
    ...gone.map(({ id, amount, reference_id }) => ({
      code: "refund_transaction_wrong" as const,
      severity: "error" as const,
      about: id,
      message: `The order transaction ${id} of ${tell(amount)} for ${reference_id} is ${cameBack(reference_id) ? "of money that came back" : "not what"} ${named(refund)} ${cameBack(reference_id) ? "gave" : "gave back"}.`,
      advice: "A repair corrects it.",
      order_refund_id: refund.id,
      mend,
    })),
  ]
}

const REFERENCES: readonly (string | null)[] = [
  "refund",
  PAID_ANOTHER_WAY_REFERENCE,
]

/** Cancelling an order makes Medusa write the payment's id, not the refund's. */
function unknown({ order, refunds }: OrderBooks): Found[] {
  const documents = new Set<string | null>([
    ...order.payments.map(({ id }) => id),
    ...order.payments.flatMap(({ refunds: rows }) => rows.map(({ id }) => id)),
    ...refunds
      .flatMap(({ transactions }) => transactions)
      .map(({ medusa_refund_id }) => medusa_refund_id),
  ])
  return order.transactions
    .filter(
      ({ reference, reference_id }) =>
        REFERENCES.includes(reference) && !documents.has(reference_id)
    )
    .map(({ id, amount, reference_id }) => ({
      code: "refund_transaction_unknown",
      severity: "warning",
      about: id,
      message: `The order transaction ${id} of ${money(amount, order.currency_code)} is about the refund ${reference_id}, which no payment of the order has.`,
      advice: "Find out who wrote it.",
      mend: [],
    }))
}

/** Medusa writes a capture first, and its order transaction in another step. */
const CAPTURE_GRACE_MS = 10 * 60_000

function captures({ order, stored, now }: OrderBooks): Found[] {
  const young = stored.captures.filter((each) => isYoung(each, now))
  const old = stored.captures.filter((each) => !isYoung(each, now))
  const entries = order.transactions.filter(
    ({ reference, reference_id }) =>
      reference === "capture" && young.every(({ id }) => id !== reference_id)
  )
  const total = (each: { amount: Decimal }[]) =>
    sum(...each.map(({ amount }) => amount))
  const open = subtract(total(old), total(entries))
  if (isZero(open)) {
    return []
  }
  const missing = missingCaptures({ order, stored, now })
  const explains = equal(total(missing), open)
  const tell = (each: { amount: Decimal }[]) =>
    money(total(each), order.currency_code)
  return [
    {
      code: "capture_transactions_differ",
      severity: "error",
      about: order.id,
      message: `The payments captured ${tell(old)}, the order's transactions say ${tell(entries)}.`,
      advice: explains
        ? `A repair writes what is missing: ${missing.map(({ id }) => id).join(", ")}.`
        : "Find out which transaction is wrong.",
      mend: explains ? [{ kind: "correct" }] : [],
    },
  ]
}

export const isYoung = (
  { created_at }: { created_at: string },
  now: Date
): boolean => now.getTime() - new Date(created_at).getTime() < CAPTURE_GRACE_MS

/** Captures that the order has no transaction of, and that are not just being made. */
export const missingCaptures = ({
  order,
  stored,
  now,
}: Pick<OrderBooks, "order" | "stored" | "now">) =>
  stored.captures.filter(
    ({ id, created_at }) =>
      !isYoung({ created_at }, now) &&
      !order.transactions.some(
        ({ reference, reference_id }) =>
          reference === "capture" && reference_id === id
      )
  )
