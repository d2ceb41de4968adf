import type { MedusaContainer } from "@medusajs/framework/types"
import { hasReleasedMoney, inOrderOfRisk, isOutcomeOpen } from "../../../domain"
import { getOrderRelease } from "../../common/get-order-release"
import { renewOrderLock, type OrderLock } from "../../common/order-lock"
import { releaseRequest } from "../../gateway/release-request"
import { submitRequest } from "../../gateway/submit-request"

/**
 * Asks the gateways for what is still reserved, one after the other. It stops at
 * an outcome that is not known, and at a refusal while everything can be undone.
 */
export async function submitRelease(
  container: MedusaContainer,
  releaseId: string,
  lock: OrderLock,
  actor: string
): Promise<void> {
  const { payments } = await getOrderRelease(container, releaseId)
  for (const payment of inOrderOfRisk(payments)) {
    if (payment.status !== "reserved") {
      continue
    }
    await renewOrderLock(container, lock)
    await submitRequest(releaseRequest(container, payment, actor), new Date())
    const release = await getOrderRelease(container, releaseId)
    if (isOutcomeOpen(release) || !hasReleasedMoney(release)) {
      return
    }
  }
}
