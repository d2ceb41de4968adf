import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { refundNoticesModule } from "../workflows/common/refund-notices-module"
import { RefundRequestEvents } from "../workflows/refund-requests"
import { tellCustomers } from "../workers/notices"

/** What a customer sent is acknowledged at once. A lost event the job makes good. */
export default async function newsOfRequestsHandler({
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  if (await refundNoticesModule(container).isMigrated()) {
    await tellCustomers(container)
  }
}

export const config: SubscriberConfig = { event: RefundRequestEvents.CREATED }
