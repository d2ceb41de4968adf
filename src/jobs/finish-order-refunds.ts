import type { MedusaContainer } from "@medusajs/framework/types"
import { finishOrderRefundWorkflow } from "../workflows/order-refund"
import { finishEach } from "../workflows/common/finish-each"
import { refundsModule } from "../workflows/common/refunds-module"

/** A refund that is younger is probably still being made. */
const GRACE_MS = 60_000

/**
 * Finishes what a crash, a lost answer or an open order change left half done.
 */
export default async function finishOrderRefundsJob(
  container: MedusaContainer
): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  const unfinished = await refundsModule(container).orderRefunds.listUnfinished(
    new Date(Date.now() - GRACE_MS)
  )
  await finishEach(container, unfinished, {
    named: ({ id }) => `Order refund ${id}`,
    run: ({ id, order_id }) =>
      finishOrderRefundWorkflow(container).run({
        input: { order_refund_id: id, order_id },
      }),
  })
}

export const config = {
  name: "finish-order-refunds",
  schedule: "* * * * *",
}
