import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { until } from "./until"

/**
 * Waits until nothing runs any more that a test has set off: it would reach into
 * the next one.
 */
export async function storeIsQuiet(container: MedusaContainer): Promise<void> {
  const workflows = container.resolve(Modules.WORKFLOW_ENGINE)
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await until("a quiet store", async () => {
    const running = await workflows.listWorkflowExecutions({
      state: { $nin: ["not_started", "done", "reverted", "failed"] },
    })
    const { rows } = await database.raw(
      `SELECT FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()
         AND (state <> 'idle' OR state_change > clock_timestamp() - interval '30 ms')`
    )
    return running.length === 0 && rows.length === 0
  })
}
