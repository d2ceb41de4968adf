import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { tellCustomers } from "../workers/notices"
import { OrderRefundEvents } from "../workflows/common/refund-events"
import { refundNoticesModule } from "../workflows/common/refund-notices-module"
import { refundsModule } from "../workflows/common/refunds-module"

/** Where a state has to last longer, the job of the next minute is early enough. */
const AT_ONCE_SECONDS = 5

/** Tells customers at once, in a store that waits for no state to last. */
export default async function newsForCustomersHandler({
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const { waitSeconds } = refundsModule(container).options.notifications
  if (
    waitSeconds <= AT_ONCE_SECONDS &&
    (await refundNoticesModule(container).isMigrated())
  ) {
    await tellCustomers(container)
  }
}

export const config: SubscriberConfig = {
  event: Object.values(OrderRefundEvents),
}
