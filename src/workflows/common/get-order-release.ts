import { MedusaError } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderReleaseRecord } from "../../modules/refunds/order-release-record"
import { refundsModule } from "./refunds-module"

/** The record of a release. */
export async function getOrderRelease(
  container: MedusaContainer,
  id: string
): Promise<OrderReleaseRecord> {
  const release = await refundsModule(container).releases.find({ id })
  if (!release) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order release ${id} does not exist.`
    )
  }
  return release
}
