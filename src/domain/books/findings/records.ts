import { orderRefundStatus } from "../../gateway/refund-transaction-status"
import { equal } from "../../money/decimal-math"
import { amountOf, currentTransactions } from "../current-transactions"
import type {
  AuditTrailEntry,
  OrderRefundRecord,
  RefundTransactionRecord,
} from "../refund-records"
import type { Found, OrderBooks } from "./types"
import { money, named } from "./words"

/** Our own records agree with each other. */
export const records = ({ refunds, trails }: OrderBooks): Found[] =>
  refunds.flatMap((refund) => [
    ...amounts(refund),
    ...status(refund),
    ...trail(refund, trails.get(refund.id) ?? []),
  ])

/** What was given back counts no more; it stays as it was, for the record. */
function amounts(refund: OrderRefundRecord): Found[] {
  const lines = amountOf(refund.lines)
  const moved = amountOf(currentTransactions(refund))
  if (
    refund.revoked_at ||
    (equal(refund.amount, lines) && equal(refund.amount, moved))
  ) {
    return []
  }
  const tell = (amount: string) => money(amount, refund.currency_code)
  return [
    {
      code: "refund_amount_differs",
      severity: "error",
      about: refund.id,
      message: `${named(refund)} says ${tell(refund.amount)}, its lines add up to ${tell(lines)} and its movements of money to ${tell(moved)}.`,
      advice: "Its audit trail says what was meant.",
      order_refund_id: refund.id,
      mend: [],
    },
  ]
}

function status(refund: OrderRefundRecord): Found[] {
  const right = orderRefundStatus(
    refund.transactions.map(({ status, superseded_at }) => ({
      status,
      superseded: superseded_at !== null,
    }))
  )
  return refund.status === right || !refund.transactions.length
    ? []
    : [
        {
          code: "refund_status_differs",
          severity: "error",
          about: refund.id,
          message: `${named(refund)} is ${refund.status}, but its movements of money make it ${right}.`,
          advice: "A repair corrects it.",
          order_refund_id: refund.id,
          mend: [
            { kind: "restate", order_refund_id: refund.id },
            { kind: "finish", order_refund_id: refund.id },
          ],
        },
      ]
}

/** The trail begins with the reservation, which names no transaction. */
const lastStatus = (
  { id }: RefundTransactionRecord,
  events: AuditTrailEntry[]
): string =>
  events
    .filter(({ request_id, to_status }) => request_id === id && to_status)
    .at(-1)?.to_status ?? "reserved"

const trail = (refund: OrderRefundRecord, events: AuditTrailEntry[]): Found[] =>
  refund.transactions
    .filter(
      (transaction) => lastStatus(transaction, events) !== transaction.status
    )
    .map((transaction) => ({
      code: "audit_trail_differs",
      severity: "error",
      about: transaction.id,
      message: `${transaction.id} of ${named(refund)} is ${transaction.status}, but its audit trail ends with ${lastStatus(transaction, events)}: somebody changed it past the plugin.`,
      advice: "A repair notes that in the trail.",
      order_refund_id: refund.id,
      mend: [
        { kind: "restate", order_refund_id: refund.id },
        { kind: "finish", order_refund_id: refund.id },
      ],
    }))
