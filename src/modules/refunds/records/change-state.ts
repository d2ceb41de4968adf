import {
  hasFailed,
  orderRefundStatus,
  type RefundTransactionRecord,
  wasTaken,
} from "../../../domain"
import type { Transition } from "../types"
import { auditRows } from "./append-audit"
import { assertTransition } from "./assert-transition"
import { type Row, toTransactionRecord, withDates } from "./serialize"
import type { RowChange } from "./write-rows"

/** A transaction as it is now, and whether the call changed it. */
export type Transitioned = {
  changed: boolean
  transaction: RefundTransactionRecord
}

/** What one transition writes. */
export type StateChange = {
  result: Transitioned
  changes: RowChange[]
  /** What it claimed is free again: nobody may plan with older figures. */
  frees_money: boolean
}

/**
 * Moves a transaction to another state, and its order refund with it, where it is
 * in an expected state.
 *
 * @param row the transaction
 * @param siblings all transactions of its order refund, itself included
 * @throws unexpected_state for what no refund does
 */
export function changeState(
  { transaction_id, from, to, patch, audit }: Transition,
  row: Row,
  siblings: Row[]
): StateChange {
  const current = toTransactionRecord(row)
  if (!from.includes(current.status)) {
    return {
      result: { changed: false, transaction: current },
      changes: [],
      frees_money: false,
    }
  }
  assertTransition({ kind: "refund", id: transaction_id }, current.status, to)
  const taken = wasTaken({
    from: current.status,
    to,
    gateway_refund_id: patch?.stripe_refund_id,
  })
  const fields = {
    status: to,
    ...(taken && !current.accepted_at ? { accepted_at: new Date() } : {}),
    ...withDates(patch ?? {}),
  }
  const states = siblings.map((each) => ({
    status: each === row ? to : toTransactionRecord(each).status,
    superseded: each.superseded_at !== null,
  }))
  const written = Object.fromEntries(
    Object.entries({ ...fields, updated_at: new Date() }).filter(
      ([, value]) => value !== undefined
    )
  )
  return {
    result: {
      changed: true,
      transaction: toTransactionRecord({ ...row, ...written }),
    },
    changes: [
      { update: "refunds_transaction", id: transaction_id, fields },
      {
        update: "refunds_order_refund",
        id: current.order_refund_id,
        fields: {
          status: orderRefundStatus(states),
          // A bank reference, say, changes nothing that the books tell.
          ...(current.status === to ? {} : { booked_at: null }),
        },
      },
      auditRows({ order_refund_id: current.order_refund_id }, [
        { audit, from: current.status, to, request_id: transaction_id },
      ]),
    ],
    frees_money: hasFailed(to),
  }
}
