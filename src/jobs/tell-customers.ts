import type { MedusaContainer } from "@medusajs/framework/types"
import { refundNoticesModule } from "../workflows/common/refund-notices-module"
import { refundsModule } from "../workflows/common/refunds-module"
import { tellCustomers } from "../workers/notices"

/** Tells customers what has become of their refunds. */
export default async function tellCustomersJob(
  container: MedusaContainer
): Promise<void> {
  if (
    (await refundsModule(container).isMigrated()) &&
    (await refundNoticesModule(container).isMigrated())
  ) {
    await tellCustomers(container)
  }
}

export const config = {
  name: "tell-customers",
  schedule: "* * * * *",
}
