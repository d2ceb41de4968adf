import type { MedusaContainer } from "@medusajs/framework/types"
import { refundsModule } from "../workflows/order-refund/lib/refunds-module"
import { processNextStripeEvent } from "../workflows/stripe-events"

/** Nobody can send an event again after 30 days: twice that is kept. */
const KEPT_MS = 60 * 24 * 60 * 60 * 1000

/** Works off what a crash or an error left in the inbox. */
export default async function processStripeEventsJob(
  container: MedusaContainer
): Promise<void> {
  while (await processNextStripeEvent(container)) {
    // The next one, until nothing is due any more.
  }
  await refundsModule(container).pruneStripeEvents(
    new Date(Date.now() - KEPT_MS)
  )
}

export const config = {
  name: "process-stripe-events",
  schedule: "* * * * *",
}
