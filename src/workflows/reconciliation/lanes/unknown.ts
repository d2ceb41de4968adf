import type { MedusaContainer } from "@medusajs/framework/types"
import { finishOrderRefundWorkflow } from "../../order-refund"
import { getOrderRefund } from "../../order-refund/lib/get-order-refund"
import { refundsModule } from "../../order-refund/lib/refunds-module"
import type { Run } from "../types"

/** One call to list, and one to repeat. */
const REQUESTS_PER_REFUND = 2
/** A refund that is younger is probably still being made. */
const GRACE_MS = 60_000

/** Refunds whose answer was lost, and books that had to wait. */
export async function resolveUnknown(
  container: MedusaContainer,
  run: Run
): Promise<void> {
  const service = refundsModule(container)
  const unfinished = await service.listUnfinished(
    new Date(Date.now() - GRACE_MS)
  )
  for (const { id, order_id } of unfinished) {
    const before = await getOrderRefund(container, id)
    await run.pace(
      () =>
        finishOrderRefundWorkflow(container).run({
          input: { order_refund_id: id, order_id },
        }),
      REQUESTS_PER_REFUND
    )
    const after = await getOrderRefund(container, id)
    if (
      after.status !== before.status ||
      after.booked_at !== before.booked_at
    ) {
      await service.advanceReconciliation(run.id, {
        add: { resolved: 1 },
        entries: [
          {
            kind: "resolved",
            order_id,
            order_display_id: after.order_display_id,
            payment_id: after.transactions[0]?.payment_id ?? "",
            order_refund_id: id,
            message: `Refund #${after.display_id} is ${after.status}${after.booked_at ? ", and the books say so" : ""}.`,
          },
        ],
      })
    }
  }
}
