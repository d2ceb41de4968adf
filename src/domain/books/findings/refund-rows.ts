import { isNeverCaptured } from "../../gateway/stripe-refund-state"
import { subtract } from "../../money/decimal-math"
import type { Decimal } from "../../money/exact-decimal"
import { fromMinorUnits } from "../../money/money"
import { isNoise } from "../../money/noise"
import { toMinor } from "../../money/to-minor"
import {
  type BookedRow,
  type RowDifference,
  rowDifferences,
} from "../book-findings"
import type { MedusaOrder, MedusaOrderPayment } from "../medusa-order"
import type { OrderRefundRecord } from "../refund-records"
import { type Movement, movementsOf } from "./movements"
import type { Found, OrderBooks } from "./types"
import { GRACE_MS, minorMoney, money, named } from "./words"

/** Medusa's refund rows of a payment are the refunds that live. */
export const refundRows = (books: OrderBooks): Found[] => [
  ...books.order.payments.flatMap((payment) => rowsOf(books, payment)),
  ...collections(books),
]

function rowsOf(books: OrderBooks, payment: MedusaOrderPayment): Found[] {
  const movements = movementsOf(payment.id, books.refunds)
  const recorded = new Set(
    movements.map(({ stripe_refund_id }) => stripe_refund_id)
  )
  /** Refunds at Stripe that a row without a record can be. */
  const free = books.stripe
    .get(payment.id)
    ?.filter((refund) => !recorded.has(refund.id) && !isNeverCaptured(refund))
    .map(({ minor_amount }) => minor_amount)
  const before = books.now.getTime() - GRACE_MS
  return differencesOf(payment, movements, before).map((difference) => ({
    ...toFound(difference, payment, free ?? null),
    payment_id: payment.id,
  }))
}

const differencesOf = (
  payment: MedusaOrderPayment,
  movements: Movement[],
  before: number
): RowDifference<BookedRow, Movement>[] =>
  rowDifferences(
    payment.refunds
      .map(({ id, amount, created_at }) => ({
        id,
        minor_amount: toMinor(amount, payment.currency_code),
        created: new Date(created_at).getTime(),
      }))
      // What Medusa's unrounded captures have too much, "refunded" by cancelling.
      .filter(({ minor_amount }) => minor_amount !== 0n),
    movements,
    before
  )

function toFound(
  difference: RowDifference<BookedRow, Movement>,
  { id: payment_id, currency_code }: MedusaOrderPayment,
  free: bigint[] | null
): Found {
  const amountOf = ({ minor_amount }: { minor_amount: bigint }) =>
    minorMoney(minor_amount, currency_code)
  const error = { severity: "error" as const }
  const finish = ({ refund }: Movement) => [
    { kind: "finish" as const, order_refund_id: refund.id },
  ]
  switch (difference.kind) {
    case "missing": {
      const { movement } = difference
      return {
        ...error,
        code: "refund_row_missing",
        about: movement.id,
        message: `${amountOf(movement)} of ${payment_id} were given back by ${named(movement.refund)}, but Medusa's payment has no refund ${movement.medusa_refund_id}.`,
        advice: "A repair writes it.",
        order_refund_id: movement.refund.id,
        mend: finish(movement),
      }
    }
    case "left": {
      const { movement } = difference
      return {
        ...error,
        code: "refund_row_left",
        about: movement.id,
        message: `${amountOf(movement)} of ${payment_id} came back: ${movement.id} of ${named(movement.refund)} is ${movement.status}. But Medusa's payment still has the refund ${movement.medusa_refund_id}.`,
        advice: "A repair takes it back.",
        order_refund_id: movement.refund.id,
        mend: finish(movement),
      }
    }
    case "amount": {
      const { movement, row } = difference
      return {
        ...error,
        code: "refund_row_amount_differs",
        about: movement.id,
        message: `Medusa's refund ${row.id} is ${amountOf(row)}, but ${named(movement.refund)} gave ${amountOf(movement)} of ${payment_id} back.`,
        advice: "A repair corrects Medusa's figure.",
        order_refund_id: movement.refund.id,
        mend: [{ kind: "correct" }],
      }
    }
    case "not_recorded":
      return strangeRow(difference.row, payment_id, amountOf, free)
  }
}

/**
 * Medusa's refund rows whose amount is not what was given back, corrected.
 *
 * @param ids the movements whose amount nobody doubts
 */
export const wrongRows = (
  order: MedusaOrder,
  refunds: OrderRefundRecord[],
  ids: string[]
): { id: string; amount: Decimal }[] =>
  order.payments.flatMap((payment) =>
    differencesOf(payment, movementsOf(payment.id, refunds), 0).flatMap(
      (difference) =>
        difference.kind === "amount" && ids.includes(difference.movement.id)
          ? {
              id: difference.row.id,
              amount: fromMinorUnits(
                difference.movement.minor_amount,
                payment.currency_code
              ),
            }
          : []
    )
  )

/** @param free null where the payment is not at Stripe, which else would know */
function strangeRow(
  row: BookedRow,
  payment_id: string,
  amountOf: (row: BookedRow) => string,
  free: bigint[] | null
): Found {
  if (free && !free.includes(row.minor_amount)) {
    return {
      code: "refund_row_without_refund",
      severity: "error",
      about: row.id,
      message: `Medusa says that ${amountOf(row)} of ${payment_id} were given back (${row.id}), but Stripe has no such refund.`,
      advice:
        "Look it up in the Stripe Dashboard: the customer may still wait for this money.",
      mend: [],
    }
  }
  return {
    code: "refund_row_not_recorded",
    severity: "error",
    about: row.id,
    message: `Medusa refunded ${amountOf(row)} of ${payment_id} by itself (${row.id}), and nothing here knows of it.`,
    advice: "A repair records it.",
    mend: [
      free
        ? { kind: "sync", payment_id }
        : { kind: "record", medusa_refund_id: row.id },
    ],
  }
}

const collections = ({ stored, order }: OrderBooks): Found[] =>
  stored.collections
    .filter(
      ({ refunded_amount, rows }) => !isNoise(subtract(refunded_amount, rows))
    )
    .map(({ id, refunded_amount, rows }) => ({
      code: "collection_amount_differs",
      severity: "error",
      about: id,
      message: `The payment collection ${id} says that ${money(refunded_amount, order.currency_code)} were refunded; its refunds add up to ${money(rows, order.currency_code)}.`,
      advice: "A repair corrects it.",
      mend: [{ kind: "correct" }],
    }))
