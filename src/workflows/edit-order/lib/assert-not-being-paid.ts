import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaOrder } from "../../../domain"
import { openSessions } from "../../../ledger"
import { readIntent } from "../../../stripe"
import { refundError } from "../../common/refund-error"
import { stripeFor } from "../../common/refunds-module"

/**
 * Makes sure that no payment of the customer is on its way at Stripe that Medusa
 * does not know of yet: its amount could not follow the edit.
 *
 * @param renew extends the order's lock
 * @throws refund_in_progress, order_not_captured
 */
export async function assertNotBeingPaid(
  container: MedusaContainer,
  order: MedusaOrder,
  renew: () => Promise<void>
): Promise<void> {
  for (const { provider_id, data } of await openSessions(container, order)) {
    const stripe = stripeFor(container, provider_id)
    if (!stripe || typeof data.id !== "string") {
      continue
    }
    await renew()
    const { kind } = await readIntent(stripe, data.id)
    if (kind === "authorized") {
      throw refundError({
        code: "order_not_captured",
        message: `The customer has just authorised ${data.id} for ${order.id}. Capture or release it, and edit then.`,
      })
    }
    if (kind === "paid" || kind === "on_its_way") {
      throw refundError({
        code: "refund_in_progress",
        message: `The customer is paying ${order.id} just now (${data.id}). Try again in a moment.`,
      })
    }
    if (kind === "unknown") {
      throw refundError({
        code: "refund_in_progress",
        message: `Stripe does not say whether the customer is paying ${order.id} just now (${data.id}). Try again in a moment.`,
      })
    }
  }
}
