import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ordersToSettle } from "../workflows/order-goods/changed-orders"
import { settleOrderBooksWorkflow } from "../workflows/order-goods"
import { refundsModule } from "../workflows/order-refund/lib/refunds-module"
import { toError } from "../workflows/order-refund/lib/to-error"

const MINUTE_MS = 60_000
/** A run that was missed is no loss. */
const LOOKBACK_MS = 15 * MINUTE_MS
/** What happened while the store was down had nobody to listen: read once. */
const AFTER_START_MS = 7 * 24 * 60 * MINUTE_MS
const START_MS = 2 * MINUTE_MS

/**
 * Settles the books of orders whose goods moved, where the event was lost. One
 * order that cannot be settled does not keep the others waiting.
 */
export default async function settleOrderBooksJob(
  container: MedusaContainer
): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const now = Date.now()
  const isFresh = now - refundsModule(container).startedAt.getTime() < START_MS
  const since = new Date(now - (isFresh ? AFTER_START_MS : LOOKBACK_MS))
  for (const order_id of await ordersToSettle(container, since)) {
    try {
      await settleOrderBooksWorkflow(container).run({ input: { order_id } })
    } catch (error) {
      logger.error(
        `The books of order ${order_id} could not be settled; the next run tries again.`,
        toError(error)
      )
    }
  }
}

export const config = {
  name: "settle-order-books",
  schedule: "* * * * *",
}
