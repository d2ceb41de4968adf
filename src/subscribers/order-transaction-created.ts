import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { refundsModule } from "../workflows/common/refunds-module"
import { orderWithSummaryBehind } from "../workflows/order-books/changed-orders"
import { settleOrderBooksWorkflow } from "../workflows/order-books"

/**
 * Medusa wrote a payment, or a refund of its own. It reads the order's summary,
 * adds, and writes it back without a lock: what we wrote in between is lost.
 */
export default async function orderTransactionCreatedHandler({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  const order_id = await orderWithSummaryBehind(container, event.data.id)
  if (order_id) {
    await settleOrderBooksWorkflow(container).run({ input: { order_id } })
  }
}

export const config: SubscriberConfig = {
  event: "order.order-transaction.created",
}
