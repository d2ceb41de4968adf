import type { MedusaContainer } from "@medusajs/framework/types"
import { planRefund } from "../../domain"
import { assertLedgerCalls } from "../../ledger"
import type { RefundRequest } from "../../types"
import type { CreateOrderRefundInput, PlannedOrderRefund } from "./types"
import { assertNoOpenRelease } from "../common/assert-no-open-release"
import { readOrderRefundState } from "../common/read-order-state"
import { refundError } from "../common/refund-error"
import { gatewayOptions, toReservation } from "./reservation"
import { assertReturnLocation } from "./return-location"
import { assertAbout } from "./rules/assert-about"
import { withStock } from "./with-stock"

/**
 * Everything that a refund is checked for before anything is reserved, and its
 * plan. The preview and the refund itself call this, so that what the one
 * promises the other does. Writes nothing.
 *
 * @param request what a rule of the store made of the caller's request
 * @throws every code of the planner, `order_not_found`, `refund_in_progress`,
 *   `refund_reason_not_found`,
 *   `invalid_request` for a location that does not exist, or metadata that cannot be kept
 */
export async function prepareRefund(
  container: MedusaContainer,
  input: CreateOrderRefundInput,
  request: RefundRequest = input.request
): Promise<PlannedOrderRefund> {
  assertLedgerCalls(container)
  await assertAbout(container, input, request)
  const state = await readOrderRefundState(container, input.order_id)
  assertNoOpenRelease(state.order.id, state.records)
  const planned = planRefund(
    await withStock(container, state.snapshot, request),
    request
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
    request,
    plan,
    version: state.records.version,
    reservation: toReservation(
      input,
      plan,
      state.order,
      gatewayOptions(container),
      request
    ),
  }
}
