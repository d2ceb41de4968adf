import type { SubscriberConfig, SubscriberArgs } from "@medusajs/framework"
import { refundsModule } from "../workflows/common/refunds-module"
import { STRIPE_EVENT_RECEIVED, workOffStripeEvents } from "../workers/inbox"

/** Works the inbox off at once. What is lost here, the job finds in it. */
export default async function stripeEventReceivedHandler({
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  await workOffStripeEvents(container)
}

export const config: SubscriberConfig = { event: STRIPE_EVENT_RECEIVED }
