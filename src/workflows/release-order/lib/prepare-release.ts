import type { MedusaContainer } from "@medusajs/framework/types"
import { planRelease, type ReleaseRequest } from "../../../domain"
import { captureModule } from "../../../ledger"
import { refundError } from "../../common/refund-error"
import type { CreateOrderReleaseInput, PlannedOrderRelease } from "../types"
import { readReleaseState } from "./read-release-state"
import { toNewRelease } from "./reservation"

/**
 * Everything that a release is checked for before anything is written, and its
 * plan. The preview and the release itself call this. Writes nothing.
 *
 * @param request what a rule of the store made of the caller's request
 * @throws every code of the planner, `order_not_found`, `refund_in_progress`
 */
export async function prepareRelease(
  container: MedusaContainer,
  input: CreateOrderReleaseInput,
  request: ReleaseRequest = input.request
): Promise<PlannedOrderRelease> {
  captureModule(container)
  const state = await readReleaseState(container, input.order_id)
  const planned = planRelease(state.snapshot, request)
  if (!planned.ok) {
    throw refundError(planned.error)
  }
  const { plan } = planned
  return {
    request,
    plan,
    version: state.version,
    release: toNewRelease(input, plan, state),
  }
}
