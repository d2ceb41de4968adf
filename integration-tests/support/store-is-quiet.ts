import { setTimeout as wait } from "node:timers/promises"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

const WITHIN_MS = 60_000
const EVERY_MS = 20
/** Together longer than `webhook_delay` of `medusa-config.ts`. */
const LOOKS = 4

/** What the sessions of the store do; its own looks are not counted. */
const LOOK = `/* a look whether the store is quiet */
  SELECT max(query_start)::text AS last_query,
    bool_or(state <> 'idle') OR EXISTS (
      SELECT FROM workflow_execution WHERE deleted_at IS NULL
        AND state NOT IN ('not_started', 'done', 'reverted', 'failed')
    ) AS is_busy
  FROM pg_stat_activity WHERE datname = current_database()
    AND query NOT LIKE '/* a look whether%'`

/**
 * Waits until nothing runs any more that a test has set off: no workflow, and
 * nobody who asks the database. It would reach into the next test.
 */
export async function storeIsQuiet(container: MedusaContainer): Promise<void> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const end = performance.now() + WITHIN_MS
  let last: unknown
  for (let quiet = 0; quiet < LOOKS;) {
    const [{ last_query, is_busy }] = (await database.raw(LOOK)).rows
    quiet = is_busy || last_query !== last ? 0 : quiet + 1
    last = last_query
    if (performance.now() > end) {
      throw new Error("What a test has set off never came to its end.")
    }
    await wait(EVERY_MS)
  }
}
