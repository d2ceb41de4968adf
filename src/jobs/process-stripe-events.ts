import type { MedusaContainer } from "@medusajs/framework/types"
import { refundsModule } from "../workflows/common/refunds-module"
import { workOffStripeEvents } from "../workers/inbox"

/** Nobody can send an event again after 30 days: twice that is kept. */
const KEPT_MS = 60 * 24 * 60 * 60 * 1000

/** Works off what a crash or an error left in the inbox, and empties it of old events. */
export default async function processStripeEventsJob(
  container: MedusaContainer
): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  const now = new Date()
  const { due } = await refundsModule(container).inbox.prune(
    new Date(now.getTime() - KEPT_MS),
    now
  )
  if (due) {
    await workOffStripeEvents(container)
  }
}

export const config = {
  name: "process-stripe-events",
  schedule: "* * * * *",
}
