import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderReleaseDTO } from "../../types"
import { getOrderRelease } from "../../workflows/common/get-order-release"
import { orderReleaseDTO } from "./order-release-dto"

/** A release as callers see it, as it is now. */
export const retrieveOrderRelease = async (
  container: MedusaContainer,
  id: string
): Promise<OrderReleaseDTO> =>
  orderReleaseDTO(await getOrderRelease(container, id))
