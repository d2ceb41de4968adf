import type { MedusaContainer } from "@medusajs/framework/types"
import { finishOrderRefundWorkflow } from "../../../workflows/order-refund"
import { getOrderRefund } from "../../../workflows/common/get-order-refund"
import { refundsModule } from "../../../workflows/common/refunds-module"
import { toError } from "../../../workflows/common/to-error"
import type { Run } from "../types"

/** One call to list, and one to repeat. */
const REQUESTS_PER_REFUND = 2
/** A refund that is younger is probably still being made. */
const GRACE_MS = 60_000

type Unfinished = { id: string; order_id: string }

/** Refunds whose answer was lost, and books that had to wait. */
export async function resolveUnknown(
  container: MedusaContainer,
  run: Run
): Promise<void> {
  const service = refundsModule(container)
  const unfinished = await service.orderRefunds.listUnfinished(
    new Date(Date.now() - GRACE_MS)
  )
  for (const refund of unfinished) {
    try {
      await resolve(container, run, refund)
    } catch (error) {
      await report(container, run, refund, {
        kind: "drift",
        message: `It could not be finished: ${toError(error).message}`,
      })
    }
  }
}

async function resolve(
  container: MedusaContainer,
  run: Run,
  { id, order_id }: Unfinished
): Promise<void> {
  const before = await getOrderRefund(container, id)
  await run.pace(
    () =>
      finishOrderRefundWorkflow(container).run({
        input: { order_refund_id: id, order_id },
      }),
    REQUESTS_PER_REFUND
  )
  const after = await getOrderRefund(container, id)
  if (after.status !== before.status || after.booked_at !== before.booked_at) {
    await report(container, run, after, {
      kind: "resolved",
      message: `Refund #${after.display_id} is ${after.status}${after.booked_at ? ", and the books say so" : ""}.`,
    })
  }
}

async function report(
  container: MedusaContainer,
  run: Run,
  { id, order_id }: Unfinished,
  entry: { kind: "resolved" | "drift"; message: string }
): Promise<void> {
  const { order_display_id, transactions } = await getOrderRefund(container, id)
  await refundsModule(container).reconciliations.advance(run.id, {
    add: { [entry.kind]: 1 },
    entries: [
      {
        ...entry,
        order_id,
        order_display_id,
        payment_id: transactions[0]?.payment_id ?? "",
        order_refund_id: id,
      },
    ],
  })
}
