import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  finishOrderEditWorkflow,
  listUnfinishedEdits,
} from "../workflows/edit-order"
import { refundsModule } from "../workflows/order-refund/lib/refunds-module"
import { toError } from "../workflows/order-refund/lib/to-error"

/**
 * Finishes edits that a crash or a lost answer left half done, and removes
 * changes that nobody will confirm. One order does not keep the others waiting.
 */
export default async function finishOrderEditsJob(
  container: MedusaContainer
): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const input of await listUnfinishedEdits(container, new Date())) {
    try {
      await finishOrderEditWorkflow(container).run({ input })
    } catch (error) {
      logger.error(
        `The edit ${input.order_edit_id} of ${input.order_id} could not be finished; the next run tries again.`,
        toError(error)
      )
    }
  }
}

export const config = {
  name: "finish-order-edits",
  schedule: "* * * * *",
}
