import { MedusaError } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderReleaseDTO } from "../../types"
import { getOrderRelease } from "../../workflows/common/get-order-release"
import { orderReleaseDTO } from "./order-release-dto"

/**
 * A release as callers see it, as it is now.
 *
 * @param orderId where it is named, the release must be this order's
 */
export async function retrieveOrderRelease(
  container: MedusaContainer,
  id: string,
  orderId?: string
): Promise<OrderReleaseDTO> {
  const release = await getOrderRelease(container, id)
  if (orderId && release.order_id !== orderId) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order ${orderId} has no release ${id}.`
    )
  }
  return orderReleaseDTO(release)
}
