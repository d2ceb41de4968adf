import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { mayApproveByItself } from "../../domain"
import { asRefundError } from "../common/refund-error"
import { approveRefundRequestWorkflow } from "./approve-refund-request"
import { getRefundRequest } from "./get-refund-request"
import { proposeRefundOf } from "./propose-refund"
import { requestsModule } from "./requests-module"

/**
 * Approves a request by itself where the shop's policy says that so little needs
 * nobody's look: by the same workflow as the button. Never where the order is
 * disputed, on hold, or had another request that was not canceled. What stands against
 * it leaves the request to the shop.
 */
export async function approveByPolicy(
  container: MedusaContainer,
  id: string
): Promise<void> {
  const request = await getRefundRequest(container, id)
  const { order_id, status, kind } = request
  if (!order_id || status !== "submitted" || kind !== "refund") {
    return
  }
  const [others] = await requestsModule(container).requests.list(
    { order_id: [order_id] },
    { take: 100, skip: 0 }
  )
  try {
    const { amount, facts, rules, needs_look } = await proposeRefundOf(
      container,
      request
    )
    // Also one that was approved: small parts would add up to a large refund.
    const contested = others.some(
      (other) => other.id !== id && other.status !== "canceled"
    )
    if (
      !amount ||
      needs_look ||
      !mayApproveByItself(rules, amount, { ...facts, contested })
    ) {
      return
    }
    await approveRefundRequestWorkflow(container).run({
      input: { refund_request_id: id, by_policy: true },
    })
  } catch (error) {
    const refused = asRefundError(error)
    if (!refused) {
      throw error
    }
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .info(
        `Refund request ${id} could not be approved by the policy and waits for the shop (${refused.code}).`
      )
  }
}
