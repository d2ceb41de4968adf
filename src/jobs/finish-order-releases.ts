import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { refundsModule } from "../workflows/order-refund/lib/refunds-module"
import { toError } from "../workflows/order-refund/lib/to-error"
import { finishOrderReleaseWorkflow } from "../workflows/release-order"

/** A release that is younger is probably still being made. */
const GRACE_MS = 60_000
/** Medusa's webhook may come that late, and write its part beside ours. */
const SETTLE_MS = 10 * 60_000

/**
 * Finishes releases that a crash, a lost answer or an open order change left half
 * done. One that cannot be finished does not keep the others waiting.
 */
export default async function finishOrderReleasesJob(
  container: MedusaContainer
): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const now = Date.now()
  const unfinished = await refundsModule(container).listUnfinishedReleases(
    new Date(now - GRACE_MS),
    new Date(now - SETTLE_MS)
  )
  for (const { id, order_id } of unfinished) {
    try {
      await finishOrderReleaseWorkflow(container).run({
        input: { order_release_id: id, order_id },
      })
    } catch (error) {
      logger.error(
        `Order release ${id} could not be finished; the next run tries again.`,
        toError(error)
      )
    }
  }
}

export const config = {
  name: "finish-order-releases",
  schedule: "* * * * *",
}
