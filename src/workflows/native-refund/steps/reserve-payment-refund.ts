import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertLedgerCalls } from "../../../ledger"
import { assertNoOpenRelease } from "../../common/assert-no-open-release"
import { assertRefundReason } from "../../common/assert-refund-reason"
import { grantOf, linesOfAmount } from "../../../domain"
import { readOrderRefundState } from "../../common/read-order-state"
import { refundsModule } from "../../common/refunds-module"
import { whileOrderChanges } from "../../common/while-order-changes"
import {
  type ReservedOrderRefund,
  gatewayOptions,
  toReservation,
} from "../../order-refund"
import {
  assertNothingInFlight,
  assertNothingNew,
} from "../lib/assert-nothing-in-flight"
import { paymentsRequest, planPayments } from "../lib/payments-request"
import type { RefundPaymentsInput } from "../types"

/** The order's lock is held; only another process that lost it can interfere. */
const TRIES = 3

export const reservePaymentRefundStepId = "reserve-payment-refund"

/**
 * Reserves amounts of payments without saying what they are for, with the same
 * checks as a refund of lines. Compensation gives the reservation back, unless
 * money moved or may have.
 *
 * @throws the planner's codes, refund_in_progress
 */
export const reservePaymentRefundStep = createStep(
  reservePaymentRefundStepId,
  async (input: RefundPaymentsInput, { container }) => {
    assertLedgerCalls(container)
    await assertRefundReason(container, input.refund_reason_id)
    const reserved = await whileOrderChanges(input.order_id, TRIES, () =>
      tryToReserve(container, input)
    )
    return new StepResponse(reserved, reserved)
  },
  async (reserved, { container }) => {
    if (reserved) {
      await refundsModule(container).grants.revoke(reserved.order_refund_id, {
        actor: "workflow",
        action: "released",
      })
    }
  }
)

async function tryToReserve(
  container: MedusaContainer,
  { order_id, payments, known, ...about }: RefundPaymentsInput
): Promise<ReservedOrderRefund | null> {
  const { order, records, snapshot } = await readOrderRefundState(
    container,
    order_id
  )
  await assertNoOpenRelease(container, order_id)
  assertNothingInFlight(records.order_refunds)
  assertNothingNew(records.order_refunds, known)
  const plan = planPayments(snapshot, payments)
  const { lines, ...totals } = grantOf(
    linesOfAmount(
      snapshot,
      payments.map(({ payment_id }) => payment_id),
      plan.amount
    ),
    order.currency_code
  )
  const reservation = toReservation(
    {
      ...about,
      order_id,
      request: paymentsRequest(payments),
      source: "medusa",
    },
    plan,
    order,
    gatewayOptions(container)
  )
  const done = await refundsModule(container).grants.reserve(records.version, {
    ...reservation,
    order_refund: { ...reservation.order_refund, ...totals },
    lines,
  })
  return done
    ? {
        order_refund_id: reservation.order_refund.id,
        order_id,
        replayed: false,
      }
    : null
}
