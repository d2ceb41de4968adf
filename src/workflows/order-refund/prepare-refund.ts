import type { MedusaContainer } from "@medusajs/framework/types"
import { planRefund, type RefundPlan } from "../../domain"
import { assertLedgerCalls } from "../../ledger"
import type { Reservation } from "../../modules/refunds/types"
import type { CreateOrderRefundInput } from "./types"
import { assertNoOpenRelease } from "../common/assert-no-open-release"
import { assertRefundReason } from "../common/assert-refund-reason"
import {
  readOrderRefundState,
  type OrderRefundState,
} from "../common/read-order-state"
import { refundError } from "../common/refund-error"
import { gatewayOptions, toReservation } from "./reservation"
import { assertReturnLocation } from "./return-location"
import { withStock } from "./with-stock"

/** A refund that could be made at this moment, and what it would reserve. */
export type PreparedRefund = {
  state: OrderRefundState
  plan: RefundPlan
  reservation: Reservation
}

/**
 * Everything that a refund is checked for before anything is reserved, and its
 * plan. The preview and the refund itself call this, so that what the one
 * promises the other does. Writes nothing.
 *
 * @throws every code of the planner, `order_not_found`, `refund_in_progress`,
 *   `invalid_request` for a reason or location that does not exist
 */
export async function prepareRefund(
  container: MedusaContainer,
  input: CreateOrderRefundInput
): Promise<PreparedRefund> {
  assertLedgerCalls(container)
  await assertRefundReason(container, input.refund_reason_id)
  // Before the check: a release that begins meanwhile changes the version that
  // is read here, and the reservation is refused.
  const state = await readOrderRefundState(container, input.order_id)
  await assertNoOpenRelease(container, state.order.id)
  const planned = planRefund(
    await withStock(container, state.snapshot, input.request),
    input.request
  )
  if (!planned.ok) {
    throw refundError(planned.error)
  }
  const { plan } = planned
  await assertReturnLocation(
    container,
    state.order.id,
    plan.lines,
    input.location_id
  )
  return {
    state,
    plan,
    reservation: toReservation(
      input,
      plan,
      state.order,
      gatewayOptions(container)
    ),
  }
}
