import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { refundsModule } from "../workflows/common/refunds-module"
import { orderToSettle } from "../workflows/order-books/changed-orders"
import { settleOrderBooksWorkflow } from "../workflows/order-books"

/**
 * A return, claim, exchange or edit was confirmed or cancelled in Medusa's own
 * screens. Its module tells of every change, also of a cancelled return, for
 * which Medusa has no event of its own. A lost event is made good by the job.
 */
export default async function orderChangeClosedHandler({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  const order_id = await orderToSettle(container, event.data.id)
  if (order_id) {
    await settleOrderBooksWorkflow(container).run({ input: { order_id } })
  }
}

export const config: SubscriberConfig = { event: "order.order-change.updated" }
