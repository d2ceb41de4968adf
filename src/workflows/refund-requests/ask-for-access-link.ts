import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { toError } from "../common/to-error"

/** Data: what a guest typed. Internal: `refund_access.asked` is no event for stores. */
export const REFUND_ACCESS_ASKED = "refund_access.asked"

/**
 * Lets a subscriber look for the order and mail the link, so that the caller's
 * answer takes as long for an order that exists as for one that does not.
 */
export async function askForAccessLink(
  container: MedusaContainer,
  data: { display_id: string; email: string }
): Promise<void> {
  try {
    await container
      .resolve(Modules.EVENT_BUS)
      .emit({ name: REFUND_ACCESS_ASKED, data }, { internal: true })
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error("A guest's link could not be asked for.", toError(error))
  }
}
