import { writeFileSync } from "node:fs"
import type { ExecArgs } from "@medusajs/framework/types"
import { createOrderRefundWorkflow } from "../../../src/workflows"
import type { PaidOrder } from "../../support/paid-order"

/** Refunds the first line of paid orders, and writes down their ids. */
export default async function refundOrders({
  container,
  args,
}: ExecArgs): Promise<void> {
  const [file = "", paid = "[]"] = args
  const orders: Pick<PaidOrder, "id" | "items">[] = JSON.parse(paid)
  for (const { id, items } of orders) {
    await createOrderRefundWorkflow(container).run({
      input: {
        order_id: id,
        request: { items: [{ item_id: String(items[0]?.id), quantity: 1 }] },
      },
    })
  }
  writeFileSync(file, JSON.stringify(orders.map(({ id }) => id)))
}
