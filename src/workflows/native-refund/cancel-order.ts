import type { MedusaContainer } from "@medusajs/framework/types"
import { randomUUID } from "node:crypto"
import { greaterThan, isMedusasOwn, refundablePayments } from "../../domain"
import {
  cancelOrderInMedusa,
  removeEmptyCreditLine,
  settleSummary,
} from "../../ledger"
import { assertNoOpenRelease } from "../common/assert-no-open-release"
import { getOrderRefund } from "../common/get-order-refund"
import { acquireOrderLock, releaseOrderLock } from "../common/order-lock"
import {
  readOrderRefundState,
  type OrderRefundState,
} from "../common/read-order-state"
import { refundsModule } from "../common/refunds-module"
import { withBooks } from "../common/with-books"
import { settleOrderBooks } from "../order-books/settle-order-books"
import { refundError } from "../common/refund-error"
import { assertRowsWritten } from "./lib/assert-rows-written"
import { assertCancelable } from "./lib/assert-cancelable"
import { assertNothingInFlight } from "./lib/assert-nothing-in-flight"
import { removeUnpayableRest } from "./lib/remove-unpayable-rest"
import { retryFailedFirst } from "./lib/retry-failed-first"
import { wouldMedusaCancel } from "../common/would-medusa-cancel"
import { refundPaymentsSafelyWorkflow } from "./refund-payments-safely"

/**
 * Cancels an order as Medusa does, but pays the customer first, with our
 * checks: Medusa cancels even if the gateway refuses, and then says that it
 * refunded.
 *
 * @throws the codes of `docs/errors.md`; Medusa's own refusals
 */
export async function cancelOrder(
  container: MedusaContainer,
  { order_id, user_id }: { order_id: string; user_id: string | null }
): Promise<void> {
  if (await wouldMedusaCancel(container, order_id)) {
    await refundEverything(container, order_id, user_id)
  }
  const lock = { order_id, owner_id: `cancel-order:${randomUUID()}` }
  await acquireOrderLock(container, lock)
  try {
    await assertNothingChanged(container, order_id)
    await cancelOrderInMedusa(container, order_id, user_id)
    if (await hasRefundedBefore(container, order_id)) {
      await withBooks(container, order_id, () =>
        removeEmptyCreditLine(container, order_id)
      )
    }
    // After that: Medusa corrects the summary of the version that is current then.
    await removeUnpayableRest(container, order_id)
    await settleSummary(container, order_id)
    await settleOrderBooks(container, order_id, "cancel-order")
  } finally {
    await releaseOrderLock(container, lock)
  }
}

async function refundEverything(
  container: MedusaContainer,
  orderId: string,
  userId: string | null
): Promise<void> {
  const state = await readOrderRefundState(container, orderId)
  assertNoOpenRelease(orderId, state.records)
  assertCancelable(state)
  const { left: payments } = await retryFailedFirst(
    container,
    state.records.order_refunds,
    heldPayments(state),
    userId
  )
  if (!payments.length) {
    return
  }
  const { result } = await refundPaymentsSafelyWorkflow(container).run({
    input: {
      order_id: orderId,
      payments,
      known: state.records.order_refunds.map(({ id }) => id),
      created_by: userId,
    },
  })
  const refund = await getOrderRefund(container, result.order_refund_id)
  assertNothingInFlight([refund])
  if (refund.status === "partially_failed") {
    throw refundError({
      code: "provider_declined",
      message: `Order refund ${refund.id} could not be paid in full, so ${orderId} was not cancelled. Retry, settle or withdraw what failed, then cancel again.`,
      details: { order_refund_id: refund.id },
    })
  }
}

/**
 * Whether we refunded in Medusa's place, now or when somebody pressed before: then
 * Medusa's cancellation has found nothing to refund.
 */
async function hasRefundedBefore(
  container: MedusaContainer,
  orderId: string
): Promise<boolean> {
  const { order_refunds } =
    await refundsModule(container).orderRefunds.readOrderRecords(orderId)
  return order_refunds.some(
    (refund) => refund.source === "medusa" && !isMedusasOwn(refund)
  )
}

const heldPayments = ({ snapshot }: OrderRefundState) =>
  refundablePayments(snapshot)
    .payments.map(({ payment_id, refundable_amount }) => ({
      payment_id,
      amount: refundable_amount,
    }))
    .filter(({ amount }) => greaterThan(amount, "0"))

/** Medusa would refund what it finds by itself, without any of our checks. */
async function assertNothingChanged(
  container: MedusaContainer,
  orderId: string
): Promise<void> {
  if (!(await wouldMedusaCancel(container, orderId))) {
    return
  }
  const state = await readOrderRefundState(container, orderId)
  assertNoOpenRelease(orderId, state.records)
  assertCancelable(state)
  assertNothingInFlight(state.records.order_refunds)
  assertRowsWritten(state)
  if (heldPayments(state).length) {
    throw refundError({
      code: "refund_in_progress",
      message: `Refunds of ${orderId} changed while it was being cancelled. Cancel it again.`,
    })
  }
}
