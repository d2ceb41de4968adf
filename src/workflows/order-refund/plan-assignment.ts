import type { MedusaContainer } from "@medusajs/framework/types"
import {
  amountOf,
  type Decimal,
  formatAmount,
  grantOf,
  greaterThan,
  minimum,
  type NewGrant,
  type OrderRefundRecord,
  orderSnapshot,
  planRefund,
  type RefundPlan,
  subtract,
  toRefundLine,
} from "../../domain"
import type { AssignOrderRefundInput } from "./types"
import { getOrderRefund } from "../common/get-order-refund"
import {
  readOrderRefundState,
  type OrderRefundState,
} from "../common/read-order-state"
import { refundError } from "../common/refund-error"
import { stripeFor } from "../common/refunds-module"
import { assertAbout } from "./rules/assert-about"

/** What assigning the money of a refund to lines would do. */
export type Assignment = {
  version: number
  plan: RefundPlan
  /** The lines afterwards; what is not assigned stays as it was. */
  grant: NewGrant
}

const isOpen = ({ kind }: { kind: string }) =>
  kind === "unallocated" || kind === "outstanding"

/**
 * Plans which lines the money of a refund made elsewhere was for. The planner's
 * limits hold: no line gets back more than it has left.
 *
 * @throws order_refund_not_found, refund_not_assignable, amount_exceeds_payment,
 *   refund_reason_not_found, invalid_request, and every code of the planner
 */
export async function planAssignment(
  container: MedusaContainer,
  { order_refund_id, request }: AssignOrderRefundInput
): Promise<Assignment> {
  const refund = await getOrderRefund(container, order_refund_id)
  if (
    refund.revoked_at ||
    !refund.lines.some(({ kind }) => kind === "unallocated")
  ) {
    throw refundError({
      code: "refund_not_assignable",
      message: `Order refund ${refund.id} has no money that is not assigned to lines.`,
      details: { order_refund_id: refund.id, status: refund.status },
    })
  }
  await assertAbout(container, {}, request)
  const state = await readOrderRefundState(container, refund.order_id)
  const planned = planRefund(withoutMoneyOf(container, state, refund), request)
  if (!planned.ok) {
    throw refundError(planned.error)
  }
  const open = refund.lines.filter(isOpen)
  const limit = formatAmount(amountOf(open), refund.currency_code)
  if (greaterThan(planned.plan.amount, limit)) {
    throw refundError({
      code: "amount_exceeds_payment",
      message: `${limit} of order refund ${refund.id} can be assigned, less than ${planned.plan.amount}. Choose less.`,
      details: { order_refund_id: refund.id, largest_amount: limit },
    })
  }
  const rest = subtract(limit, planned.plan.amount)
  const grant = grantOf(
    [
      ...linesOf(refund).filter((line) => !isOpen(line)),
      ...planned.plan.lines.map((line) => toRefundLine(line, request)),
      ...stillOpen(refund, rest),
    ],
    refund.currency_code
  )
  return { version: state.records.version, plan: planned.plan, grant }
}

const linesOf = ({ lines }: OrderRefundRecord) =>
  lines.map(({ id: _id, ...line }) => line)

/** What is not assigned pays what the order owed first, as before. */
function stillOpen(refund: OrderRefundRecord, rest: Decimal) {
  let left = rest
  return linesOf(refund)
    .filter(isOpen)
    .sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0))
    .flatMap((line) => {
      const amount = formatAmount(
        minimum(line.amount, left),
        refund.currency_code
      )
      left = subtract(left, amount)
      return greaterThan(amount, "0")
        ? [{ ...line, amount, unit_amount: amount, subtotal: amount }]
        : []
    })
}

/** The order as if the money to be assigned had not moved yet. */
function withoutMoneyOf(
  container: MedusaContainer,
  { order, records, goods }: OrderRefundState,
  refund: OrderRefundRecord
) {
  const rows = new Set(
    refund.transactions.map(({ medusa_refund_id }) => medusa_refund_id)
  )
  const payments = order.payments.map((payment) => ({
    ...payment,
    refunds: payment.refunds.filter(({ id }) => !rows.has(id)),
  }))
  return orderSnapshot(
    { ...order, payments },
    records.order_refunds.map((each) =>
      each.id === refund.id ? { ...each, transactions: [] } : each
    ),
    // The money has moved: no dispute keeps it.
    [],
    goods,
    // No money moves, so it does not matter whether the provider is still there.
    ({ provider_id }) => ({
      gateway: stripeFor(container, provider_id) ? "stripe" : "provider",
      method_type: null,
    }),
    new Date()
  )
}
