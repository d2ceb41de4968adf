import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { finishOrderRefundWorkflow } from "../workflows/order-refund"
import { refundsModule } from "../workflows/order-refund/lib/refunds-module"
import { toError } from "../workflows/order-refund/lib/to-error"

/** A refund that is younger is probably still being made. */
const GRACE_MS = 60_000

/**
 * Finishes what a crash, a lost answer or an open order change left half done.
 * One refund that cannot be finished does not keep the others waiting.
 */
export default async function finishOrderRefundsJob(
  container: MedusaContainer
): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const unfinished = await refundsModule(container).listUnfinished(
    new Date(Date.now() - GRACE_MS)
  )
  for (const { id, order_id } of unfinished) {
    try {
      await finishOrderRefundWorkflow(container).run({
        input: { order_refund_id: id, order_id },
      })
    } catch (error) {
      logger.error(
        `Order refund ${id} could not be finished; the next run tries again.`,
        toError(error)
      )
    }
  }
}

export const config = {
  name: "finish-order-refunds",
  schedule: "* * * * *",
}
