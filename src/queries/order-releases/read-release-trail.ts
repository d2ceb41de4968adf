import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderReleaseEventDTO } from "../../types"
import { refundsModule } from "../../workflows/common/refunds-module"

/** Everything that happened to a release and to its payments, oldest first. */
export async function readReleaseTrail(
  container: MedusaContainer,
  orderReleaseId: string
): Promise<OrderReleaseEventDTO[]> {
  const { audit } = refundsModule(container)
  const entries = await audit.read({ order_release_id: orderReleaseId })
  return entries.map(({ subject_id, request_id, ...entry }) => ({
    ...entry,
    order_release_id: subject_id,
    order_release_payment_id: request_id,
  }))
}
