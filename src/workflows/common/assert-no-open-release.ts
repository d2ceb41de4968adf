import type { OrderRecords } from "../../domain"
import { refundError } from "./refund-error"

/**
 * Makes sure that no release of the order is half done: after a crash its money
 * may be captured while its units are still on the order. The job finishes it.
 * One that begins after our records were read changes their version, and whatever
 * is reserved with the old one is refused.
 *
 * @throws refund_in_progress
 */
export function assertNoOpenRelease(
  orderId: string,
  { open_release_id }: Pick<OrderRecords, "open_release_id">
): void {
  if (open_release_id) {
    throw refundError({
      code: "refund_in_progress",
      message: `Order release ${open_release_id} of ${orderId} is not finished yet. Try again in a moment.`,
      details: { order_release_id: open_release_id },
    })
  }
}
