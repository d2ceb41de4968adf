import { MathBN } from "@medusajs/framework/utils"
import {
  hasFailed,
  hasMoved,
  isReserved,
  type Decimal,
  smallestAmount,
} from "../../../domain"
import {
  creditOf,
  entriesOf,
  type MedusaOrder,
  type OrderReference,
} from "../../../ledger"
import type {
  OrderRefundRecord,
  RefundTransactionRecord,
} from "../../../modules/refunds/types"
import { currentTransactions } from "./current-transactions"
import { grantAmount } from "./grant"
import { isMedusasOwn } from "./medusas-own"
import type { RefundGoods } from "./order-goods"
import { toMinor } from "./to-minor"

/** Medusa's references for what we write; customers can see those of credit lines. */
export const CREDIT_LINE_REFERENCE = "order_refund"
export const ROUNDING_REFERENCE = "order_refund_rounding"
/** Of a charge of an edit: the reference id is the edit's. */
export const EDIT_ROUNDING_REFERENCE = "order_edit_rounding"
/** Money that was paid outside of every payment: no payment has a row for it. */
export const PAID_ANOTHER_WAY_REFERENCE = "order_refund_settlement"
export const OUR_REFERENCES: readonly (string | null)[] = [
  CREDIT_LINE_REFERENCE,
  ROUNDING_REFERENCE,
  EDIT_ROUNDING_REFERENCE,
]
const REFUND_REFERENCE = "refund"

/** What Medusa's books lack of an order refund, and what they have too much. */
export type BooksToWrite = {
  rows: { missing: RefundTransactionRecord[]; gone: RefundTransactionRecord[] }
  /** To add to the credit lines of this refund; below zero takes back. */
  credit: Decimal
  /** Less than anybody can pay: Medusa's totals have more digits than money. */
  rounding: Decimal
  payouts: {
    missing: (OrderReference & { amount: Decimal })[]
    /** Ids of order transactions whose money came back. */
    gone: string[]
  }
  /** False while a gateway has not answered. */
  complete: boolean
}

/**
 * Compares an order refund with the order's books. Everything follows from the
 * two and the order's goods, so it does not matter what was written before a
 * crash.
 */
export function booksToWrite(
  refund: OrderRefundRecord,
  order: MedusaOrder,
  goods: RefundGoods
): BooksToWrite {
  const moved = refund.transactions.filter(({ status }) => hasMoved(status))
  const failed = refund.transactions.filter(({ status }) => hasFailed(status))
  const rows = new Set(
    order.payments.flatMap(({ refunds }) => refunds.map(({ id }) => id))
  )
  const hasRow = ({ medusa_refund_id }: RefundTransactionRecord) =>
    rows.has(medusa_refund_id)
  const gone = [...moved, ...failed].flatMap((transaction) =>
    payoutsGone(transaction, isMedusasOwn(refund), order)
  )
  const payouts = {
    missing: moved
      // What another refund paid is in that refund's books.
      .filter(({ method }) => method !== "refund")
      .filter((transaction) =>
        payoutsOf(transaction, isMedusasOwn(refund), order).every((entry) =>
          gone.includes(entry)
        )
      )
      .map((transaction) => ({
        ...reference(transaction),
        amount: transaction.amount,
      })),
    gone: gone.map(({ id }) => id),
  }
  const lacking = creditLacking(refund, order, goods, hasCounted(refund, goods))
  const credit = payableOrNothing(lacking, order)
  const complete = !refund.transactions.some(({ status }) => isReserved(status))
  return {
    // What is not booked is written again: the sum that Medusa keeps beside a
    // row may be missing when the row is not.
    rows: {
      missing: moved.filter(
        (transaction) =>
          transaction.method === "gateway" &&
          !(transaction.booked_at && hasRow(transaction))
      ),
      gone: failed.filter(
        (transaction) => transaction.booked_at || hasRow(transaction)
      ),
    },
    credit,
    // Nobody is charged for a cancelled order any more.
    rounding:
      complete && !order.canceled
        ? roundingLacking(order, { lacking, credit, payouts })
        : "0",
    payouts,
    complete,
  }
}

/** Whether Medusa's books have a credit line for an order refund. */
export const hasGranted = (
  refund: OrderRefundRecord,
  order: MedusaOrder
): boolean =>
  !MathBN.eq(creditOf(order, about(refund)), 0) ||
  !MathBN.eq(refund.native_credit, 0)

const about = (refund: OrderRefundRecord): OrderReference => ({
  reference: CREDIT_LINE_REFERENCE,
  reference_id: refund.id,
})

const aboutRounding = (refund: OrderRefundRecord): OrderReference => ({
  reference: ROUNDING_REFERENCE,
  reference_id: refund.id,
})

const reference = ({
  method,
  medusa_refund_id,
}: Pick<
  RefundTransactionRecord,
  "method" | "medusa_refund_id"
>): OrderReference => ({
  reference: method === "other" ? PAID_ANOTHER_WAY_REFERENCE : REFUND_REFERENCE,
  reference_id: medusa_refund_id,
})

/** What an order transaction gave back, rounded as the provider does. */
const paidOut = (amount: Decimal, { currency_code }: MedusaOrder): bigint =>
  toMinor(MathBN.mult(amount, -1).toFixed(), currency_code)

/**
 * The order transactions of a movement. Medusa writes unrounded amounts, and
 * cancelling an order makes it write the payment's id, not the refund's.
 */
export const payoutsOf = (
  transaction: Pick<
    RefundTransactionRecord,
    "payment_id" | "medusa_refund_id" | "amount" | "method"
  >,
  medusasOwn: boolean,
  order: MedusaOrder
): MedusaOrder["transactions"] => {
  const exact = entriesOf(order.transactions, reference(transaction))
  const minor = toMinor(transaction.amount, order.currency_code)
  return exact.length || !medusasOwn
    ? exact
    : entriesOf(order.transactions, {
        reference: REFUND_REFERENCE,
        reference_id: transaction.payment_id,
      }).filter(({ amount }) => paidOut(amount, order) === minor)
}

/**
 * What is too much: everything of money that came back; of money that left,
 * a second entry or a wrong amount. Medusa's own refund writes one for every
 * refund row that has none, with its own amount.
 */
function payoutsGone(
  transaction: RefundTransactionRecord,
  medusasOwn: boolean,
  order: MedusaOrder
): MedusaOrder["transactions"] {
  const entries = payoutsOf(transaction, medusasOwn, order)
  if (hasFailed(transaction.status)) {
    return entries
  }
  const minor = toMinor(transaction.amount, order.currency_code)
  const right = entries.find(({ amount }) => paidOut(amount, order) === minor)
  return entries.filter((entry) => entry !== right)
}

/**
 * What an order refund will still take of what the order owes: its money whose
 * order transaction is not written yet, less the credit that is to come for it.
 * Below zero where the order does not owe yet what this refund will let it owe.
 */
export function claimOnOwed(
  refund: OrderRefundRecord,
  order: MedusaOrder,
  goods: RefundGoods
): Decimal {
  const unbooked = currentTransactions(refund)
    .filter(({ booked_at }) => !booked_at && !refund.released_at)
    .map(({ amount }) => amount)
  const lacking = creditLacking(refund, order, goods, !refund.released_at)
  return MathBN.sub(
    MathBN.sum(0, ...unbooked),
    // What is paid has its rounding line, or needs none.
    unbooked.length ? lacking : payableOrNothing(lacking, order)
  ).toFixed()
}

/**
 * Whether a refund has granted anything: a gateway took it, or goods moved for
 * it. What was declined at once has granted nothing.
 */
export const hasCounted = (
  refund: OrderRefundRecord,
  { moved }: Pick<RefundGoods, "moved">
): boolean =>
  !refund.released_at &&
  (moved || refund.transactions.some(({ accepted_at }) => accepted_at))

/**
 * The credit lines a refund lacks, or below zero what they have too much: what
 * it grants, less what the order's total fell by its goods, less what a later
 * return or edit let the order owe once more. Its rounding lines count: the unit
 * of a refund of 1,063 yen took 1,063.33 off the order and has a line of -0.33;
 * withdrawn, it takes back 1,063, not 1,063.33.
 */
function creditLacking(
  refund: OrderRefundRecord,
  order: MedusaOrder,
  { value, settled }: RefundGoods,
  counts: boolean
): Decimal {
  const granted = counts ? MathBN.sub(grantAmount(refund), settled) : "0"
  return MathBN.sub(
    granted,
    MathBN.sum(
      value,
      creditOf(order, about(refund)),
      creditOf(order, aboutRounding(refund)),
      refund.native_credit
    )
  ).toFixed()
}

/** Zero for less than anybody can pay: that is the business of the rounding line. */
export function payableOrNothing(
  amount: Decimal,
  { currency_code }: Pick<MedusaOrder, "currency_code">
): Decimal {
  const smallest = smallestAmount(currency_code)
  return MathBN.lt(MathBN.abs(amount), smallest) ? "0" : amount
}

/** Medusa takes anything smaller for zero: it is noise of its own arithmetic. */
const MEDUSAS_EPSILON = "0.0001"

/**
 * Less than anybody can pay: first what this refund lacks of its grant, then what
 * would be open after these writes. Two units of 1,063.33 yen left the order for
 * refunds of 1,063 and 1,064 that failed: each has its line, so that the order
 * owes 2,127 however the other one ends.
 */
function roundingLacking(
  order: MedusaOrder,
  {
    lacking,
    credit,
    payouts,
  }: Pick<BooksToWrite, "credit" | "payouts"> & { lacking: Decimal }
): Decimal {
  const own = unpayable(MathBN.sub(lacking, credit).toFixed(), order)
  const gone = order.transactions.filter(({ id }) => payouts.gone.includes(id))
  const open = MathBN.sum(
    order.pending_difference,
    MathBN.mult(MathBN.sum(credit, own), -1),
    ...payouts.missing.map(({ amount }) => amount),
    ...gone.map(({ amount }) => amount)
  )
  const rounding = MathBN.sum(own, unpayable(open.toFixed(), order))
  return MathBN.gt(MathBN.abs(rounding), MEDUSAS_EPSILON)
    ? rounding.toFixed()
    : "0"
}

/** What the order has open, if nobody can pay so little; below zero it owes it. */
export const unpayableRest = (
  order: Pick<MedusaOrder, "pending_difference" | "currency_code">
): Decimal => unpayable(order.pending_difference, order)

/** The amount if nobody can pay so little, and zero if somebody can. */
function unpayable(
  amount: Decimal,
  { currency_code }: Pick<MedusaOrder, "currency_code">
): Decimal {
  const size = MathBN.abs(amount)
  return MathBN.lt(size, smallestAmount(currency_code)) &&
    MathBN.gt(size, MEDUSAS_EPSILON)
    ? amount
    : "0"
}
