import {
  type GatewayRefund,
  type KnownTransaction,
  refundMadeBy,
} from "../gateway/match-refunds"
import {
  hasFailed,
  hasMoved,
  isReserved,
  type RefundTransactionStatus,
} from "../gateway/refund-transaction-status"
import { canTransition } from "../gateway/request-states"
import { currencyOf } from "../money/currency"
import type { Decimal } from "../money/exact-decimal"
import { formatPayable } from "../money/money"
import { lineBalances } from "../plan/line-balance"
import type { OrderSnapshot } from "../plan/plan-types"

/** A refund of one payment as the gateway tells it now. */
export type ToldRefund = GatewayRefund & { status: RefundTransactionStatus }

/** A movement of money of the same payment, as it is recorded. */
export type RecordedMovement = KnownTransaction & {
  medusa_refund_id: string
  status: RefundTransactionStatus
  /** Whether the books claim to say everything of it. */
  booked: boolean
}

export type GatewayDifference<
  Refund extends ToldRefund,
  Movement extends RecordedMovement,
> =
  | { kind: "not_recorded"; refund: Refund }
  | { kind: "recorded_twice"; refund: Refund; movements: Movement[] }
  | { kind: "missing"; movement: Movement }
  | { kind: "amount"; refund: Refund; movement: Movement }
  | { kind: "status"; refund: Refund; movement: Movement; reachable: boolean }

/**
 * Where a gateway's refunds of one payment and our records of them differ. What
 * is still being asked for has no state to compare yet.
 *
 * @param before refunds that are younger may not have been told of yet, seconds
 */
export function gatewayDifferences<
  Refund extends ToldRefund,
  Movement extends RecordedMovement,
>(
  refunds: readonly Refund[],
  movements: readonly Movement[],
  before: number
): GatewayDifference<Refund, Movement>[] {
  const told = new Set<Movement>()
  const found = refunds.flatMap((refund) => {
    const ours = movements.filter(
      (movement) => refundOf(movement, refunds) === refund
    )
    ours.forEach((movement) => told.add(movement))
    return differencesOf(refund, ours, before)
  })
  const missing = movements
    .filter((movement) => hasMoved(movement.status) && !told.has(movement))
    .map((movement) => ({ kind: "missing" as const, movement }))
  return [...found, ...missing]
}

/** A refund that we made names our record of it, whose answer may be lost. */
const refundOf = <Refund extends ToldRefund>(
  movement: RecordedMovement,
  refunds: readonly Refund[]
): Refund | undefined =>
  movement.stripe_refund_id === null
    ? refundMadeBy(movement, refunds, new Map())
    : refunds.find(({ id }) => id === movement.stripe_refund_id)

function differencesOf<
  Refund extends ToldRefund,
  Movement extends RecordedMovement,
>(
  refund: Refund,
  movements: Movement[],
  before: number
): GatewayDifference<Refund, Movement>[] {
  const [movement, second] = movements
  if (!movement) {
    // One that the gateway has given up moved nothing that could be missing.
    return hasMoved(refund.status) && refund.created < before
      ? [{ kind: "not_recorded", refund }]
      : []
  }
  if (second) {
    return [{ kind: "recorded_twice", refund, movements }]
  }
  const differences: GatewayDifference<Refund, Movement>[] = []
  if (movement.minor_amount !== refund.minor_amount) {
    differences.push({ kind: "amount", refund, movement })
  }
  if (movement.status !== refund.status && !isReserved(movement.status)) {
    const reachable = canTransition("refund", movement.status, refund.status)
    differences.push({ kind: "status", refund, movement, reachable })
  }
  return differences
}

/** A refund row of Medusa. */
export type BookedRow = {
  id: string
  minor_amount: bigint
  /** Milliseconds. */
  created: number
}

export type RowDifference<
  Row extends BookedRow,
  Movement extends RecordedMovement,
> =
  | { kind: "missing"; movement: Movement }
  | { kind: "left"; movement: Movement; row: Row }
  | { kind: "amount"; movement: Movement; row: Row }
  | { kind: "not_recorded"; row: Row }

/**
 * Where Medusa's refund rows of one payment and our records differ: there is one
 * row, with the same amount, for every movement that the gateway has not given up.
 *
 * @param before rows that are younger may still be on their way, milliseconds
 */
export function rowDifferences<
  Row extends BookedRow,
  Movement extends RecordedMovement,
>(
  rows: readonly Row[],
  movements: readonly Movement[],
  before: number
): RowDifference<Row, Movement>[] {
  const byId = new Map(rows.map((row) => [row.id, row] as const))
  const known = new Set(
    movements.map(({ medusa_refund_id }) => medusa_refund_id)
  )
  const found = movements.flatMap(
    (movement): RowDifference<Row, Movement>[] => {
      const row = byId.get(movement.medusa_refund_id)
      if (!row) {
        return movement.booked && hasMoved(movement.status)
          ? [{ kind: "missing", movement }]
          : []
      }
      if (hasFailed(movement.status)) {
        return movement.booked ? [{ kind: "left", movement, row }] : []
      }
      return row.minor_amount === movement.minor_amount
        ? []
        : [{ kind: "amount", movement, row }]
    }
  )
  const strangers = rows
    .filter(({ id, created }) => !known.has(id) && created < before)
    .map((row) => ({ kind: "not_recorded" as const, row }))
  return [...found, ...strangers]
}

/** A line that more was given back for than it cost. */
export type OverRefundedLine = {
  line_id: string
  title: string
  paid: Decimal
  refunded: Decimal
  quantity: number
  refunded_quantity: number
}

/**
 * Lines that more was given back for than was paid. An edit shares the smallest
 * unit anew among the lines, so one unit is no difference.
 */
export function overRefundedLines(order: OrderSnapshot): OverRefundedLine[] {
  const currency = currencyOf(order.currency_code)
  return lineBalances(order, currency)
    .filter(
      ({ share, refunded_amount, quantity, refunded_quantity, kind }) =>
        refunded_amount > share + 1n ||
        (kind === "item" && refunded_quantity > quantity)
    )
    .map(({ line, title, share, quantity, ...balance }) => ({
      line_id: line.id,
      title,
      paid: formatPayable(share, currency),
      refunded: formatPayable(balance.refunded_amount, currency),
      quantity,
      refunded_quantity: balance.refunded_quantity,
    }))
}
