import type { MedusaContainer } from "@medusajs/framework/types"
import { signAccess } from "../../domain"
import { findOrderByNumber } from "../../ledger"
import { refundsModule } from "../common/refunds-module"
import { isWithinRate } from "./limit-rate"
import { requestsModule } from "./requests-module"

const DAY_SECONDS = 24 * 60 * 60

/** A link that was made for an order, and where it goes. */
export type AccessLink = {
  order_id: string
  token: string
  expires_at: Date
}

/**
 * Makes the link with which a guest reaches an order, where number and address
 * belong together; null where not, or where it was asked for too often.
 */
export async function makeAccessLink(
  container: MedusaContainer,
  { display_id, email }: { display_id: string; email: string },
  now: Date
): Promise<AccessLink | null> {
  const { accessSecret, requests } = refundsModule(container).options
  const [secret] = accessSecret
  const order = await findOrderByNumber(container, display_id, email)
  if (!secret || !order) {
    return null
  }
  const { linkDays, linksPerOrderAndDay } = requests.access
  const isAllowed = await isWithinRate(
    container,
    "access-link:order",
    order.id,
    { most: linksPerOrderAndDay, seconds: DAY_SECONDS }
  )
  if (!isAllowed) {
    return null
  }
  const expires_at = new Date(now.getTime() + linkDays * DAY_SECONDS * 1000)
  return {
    order_id: order.id,
    token: signAccess(
      {
        order_id: order.id,
        scope: "request",
        expires_at,
        version: await requestsModule(container).links.versionOf(order.id),
      },
      secret
    ),
    expires_at,
  }
}
