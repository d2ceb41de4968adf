import type { MedusaContainer } from "@medusajs/framework/types"
import { NO_ENTRIES } from "./books-entries"
import { readOrder } from "./read-order"
import { writeAsRead } from "./write-as-read"

/**
 * Brings the stored summary to the order transactions, where it differs: Medusa
 * and we may have written at the same moment, each without the other's.
 */
export async function settleSummary(
  container: MedusaContainer,
  orderId: string
): Promise<void> {
  await writeAsRead(
    container,
    () => readOrder(container, orderId),
    () => ({ entries: NO_ENTRIES })
  )
}
