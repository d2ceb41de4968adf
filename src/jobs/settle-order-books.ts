import type { MedusaContainer } from "@medusajs/framework/types"
import { ordersToSettle } from "../workflows/order-books/changed-orders"
import { settleOrderBooksWorkflow } from "../workflows/order-books"
import { finishEach } from "../workflows/common/finish-each"
import { refundsModule } from "../workflows/common/refunds-module"

const MINUTE_MS = 60_000
/** A run that was missed is no loss. */
const LOOKBACK_MS = 15 * MINUTE_MS
/** What happened while the store was down had nobody to listen: read once. */
const AFTER_START_MS = 7 * 24 * 60 * MINUTE_MS
const START_MS = 2 * MINUTE_MS

/**
 * Settles the books of orders whose goods moved, where the event was lost.
 */
export default async function settleOrderBooksJob(
  container: MedusaContainer
): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  const now = Date.now()
  const isFresh = now - refundsModule(container).startedAt.getTime() < START_MS
  const since = new Date(now - (isFresh ? AFTER_START_MS : LOOKBACK_MS))
  await finishEach(container, await ordersToSettle(container, since), {
    named: (order_id) => `The settling of the books of order ${order_id}`,
    run: (order_id) =>
      settleOrderBooksWorkflow(container).run({ input: { order_id } }),
  })
}

export const config = {
  name: "settle-order-books",
  schedule: "* * * * *",
}
