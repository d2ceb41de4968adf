import type { MedusaContainer } from "@medusajs/framework/types"
import { refundError } from "./refund-error"
import { refundsModule } from "./refunds-module"

/**
 * Makes sure that no release of the order is half done: after a crash its money
 * may be captured while its units are still on the order. The job finishes it.
 *
 * @throws refund_in_progress
 */
export async function assertNoOpenRelease(
  container: MedusaContainer,
  orderId: string
): Promise<void> {
  const open = await refundsModule(container).releases.findOpen(orderId)
  if (open) {
    throw refundError({
      code: "refund_in_progress",
      message: `Order release ${open.id} of ${orderId} is not finished yet. Try again in a moment.`,
      details: { order_release_id: open.id },
    })
  }
}
