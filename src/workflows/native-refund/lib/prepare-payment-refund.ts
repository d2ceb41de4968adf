import type { MedusaContainer } from "@medusajs/framework/types"
import { grantOf, linesOfAmount } from "../../../domain"
import { assertLedgerCalls } from "../../../ledger"
import { assertNoOpenRelease } from "../../common/assert-no-open-release"
import { assertRefundReason } from "../../common/assert-refund-reason"
import { readOrderRefundState } from "../../common/read-order-state"
import {
  gatewayOptions,
  type PlannedOrderRefund,
  toReservation,
} from "../../order-refund"
import type { RefundPaymentsInput } from "../types"
import {
  assertNothingInFlight,
  assertNothingNew,
} from "./assert-nothing-in-flight"
import { paymentsRequest, planPayments } from "./payments-request"

/**
 * Everything that a refund of payments is checked for before anything is
 * reserved, and what it would reserve. Writes nothing.
 *
 * @throws the planner's codes, refund_in_progress
 */
export async function preparePaymentRefund(
  container: MedusaContainer,
  { order_id, payments, known, ...about }: RefundPaymentsInput
): Promise<PlannedOrderRefund> {
  assertLedgerCalls(container)
  await assertRefundReason(container, about.refund_reason_id)
  const { order, records, snapshot } = await readOrderRefundState(
    container,
    order_id
  )
  assertNoOpenRelease(order_id, records)
  assertNothingInFlight(records.order_refunds)
  assertNothingNew(records.order_refunds, known)
  const plan = planPayments(snapshot, payments)
  const request = paymentsRequest(payments)
  const { lines, ...totals } = grantOf(
    linesOfAmount(
      snapshot,
      payments.map(({ payment_id }) => payment_id),
      plan.amount
    ),
    order.currency_code
  )
  const reservation = toReservation(
    { ...about, order_id, request, source: "medusa" },
    plan,
    order,
    gatewayOptions(container)
  )
  return {
    request,
    plan,
    version: records.version,
    reservation: {
      ...reservation,
      order_refund: { ...reservation.order_refund, ...totals },
      lines,
    },
  }
}
