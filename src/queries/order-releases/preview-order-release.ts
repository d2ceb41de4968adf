import type { MedusaContainer } from "@medusajs/framework/types"
import {
  planRelease,
  type ReleasePlan,
  type ReleaseRequest,
} from "../../domain"
import { refundError } from "../../workflows/common/refund-error"
import { readReleaseState } from "../../workflows/release-order"

/**
 * What a release would do now. Writes nothing.
 *
 * @throws every code of the planner of releases, `order_not_found`
 */
export async function previewOrderRelease(
  container: MedusaContainer,
  orderId: string,
  request: ReleaseRequest
): Promise<ReleasePlan> {
  const { snapshot } = await readReleaseState(container, orderId)
  const planned = planRelease(snapshot, request)
  if (!planned.ok) {
    throw refundError(planned.error)
  }
  return planned.plan
}
