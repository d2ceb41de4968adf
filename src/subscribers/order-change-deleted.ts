import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { refundsModule } from "../workflows/common/refunds-module"
import { orderOfRevertedChange } from "../workflows/order-books/changed-orders"
import { settleOrderBooksWorkflow } from "../workflows/order-books"

/**
 * Medusa took the newest version of an order back: a later step of a shipment, say,
 * had failed. It takes every credit line of that version back, ours as well.
 */
export default async function orderChangeDeletedHandler({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  const order_id = await orderOfRevertedChange(container, event.data.id)
  if (order_id) {
    await settleOrderBooksWorkflow(container).run({ input: { order_id } })
  }
}

export const config: SubscriberConfig = { event: "order.order-change.deleted" }
