import type { MedusaContainer } from "@medusajs/framework/types"
import { finishEach } from "../workflows/common/finish-each"
import {
  finishRefundRequest,
  listUnfinishedRequests,
} from "../workflows/refund-requests"
import { refundsModule } from "../workflows/common/refunds-module"

/**
 * Gives approved requests the refund that a crash kept from them, and ends those whose
 * money has arrived.
 */
export default async function finishRefundRequestsJob(
  container: MedusaContainer
): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  await finishEach(
    container,
    await listUnfinishedRequests(container, new Date()),
    {
      named: ({ id }) => `Refund request ${id}`,
      run: (request) => finishRefundRequest(container, request),
    }
  )
}

export const config = {
  name: "finish-refund-requests",
  schedule: "*/5 * * * *",
}
