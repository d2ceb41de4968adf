import type { MedusaContainer } from "@medusajs/framework/types"
import { finishOrderEditWorkflow } from "../workflows/edit-order"
import { missedOrders } from "../workflows/order-books/changed-orders"
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
 * Settles the books of orders whose goods moved, where the event was lost. First it
 * removes order changes that a crash of ours left open: they hold books up.
 */
export default async function settleOrderBooksJob(
  container: MedusaContainer
): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  const now = new Date()
  const age = now.getTime() - refundsModule(container).startedAt.getTime()
  const lookback = age < START_MS ? AFTER_START_MS : LOOKBACK_MS
  const { left_open, to_settle } = await missedOrders(
    container,
    new Date(now.getTime() - lookback),
    now
  )
  await finishEach(container, left_open, {
    named: (order_id) => `The change that was left open in order ${order_id}`,
    run: (order_id) =>
      finishOrderEditWorkflow(container).run({
        input: { order_id, order_edit_id: "" },
      }),
  })
  await finishEach(container, to_settle, {
    named: (order_id) => `The settling of the books of order ${order_id}`,
    run: (order_id) =>
      settleOrderBooksWorkflow(container).run({ input: { order_id } }),
  })
}

export const config = {
  name: "settle-order-books",
  schedule: "* * * * *",
}
