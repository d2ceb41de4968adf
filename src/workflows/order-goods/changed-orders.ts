import {
  ContainerRegistrationKeys,
  OrderChangeStatus,
  OrderChangeType,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { refundsModule } from "../order-refund/lib/refunds-module"

type ChangeRow = {
  order_id: string
  version: number
  status: string
  change_type: string | null
  metadata: Record<string, unknown> | null
}

const FIELDS = ["order_id", "version", "status", "change_type", "metadata"]

/** Credit lines move no goods, and changes of our refunds are settled by them. */
const concernsUs = ({ status, change_type, metadata }: ChangeRow): boolean =>
  status !== OrderChangeStatus.PENDING &&
  status !== OrderChangeStatus.REQUESTED &&
  change_type !== OrderChangeType.CREDIT_LINE &&
  !metadata?.order_refund_id

/**
 * The order of a change that is closed, if it has refunds.
 *
 * @returns null where there is nothing to settle
 */
export async function orderToSettle(
  container: MedusaContainer,
  changeId: string
): Promise<string | null> {
  const [change] = await readChanges(container, { id: changeId })
  const [orderId] = change && concernsUs(change) ? [change.order_id] : []
  return orderId &&
    (await refundsModule(container).listRefundedOrders([orderId])).length
    ? orderId
    : null
}

/** Orders with refunds that changed since a moment, and were not settled after it. */
export async function ordersToSettle(
  container: MedusaContainer,
  since: Date
): Promise<string[]> {
  const changes = (
    await readChanges(container, { updated_at: { $gte: since } })
  ).filter(concernsUs)
  const orders = new Map<string, number>()
  for (const { order_id, version } of changes) {
    orders.set(order_id, Math.max(version, orders.get(order_id) ?? 0))
  }
  const refunded = await refundsModule(container).listRefundedOrders([
    ...orders.keys(),
  ])
  return refunded
    .filter(
      ({ order_id, settled_version }) =>
        settled_version < (orders.get(order_id) ?? 0)
    )
    .map(({ order_id }) => order_id)
}

async function readChanges(
  container: MedusaContainer,
  filters: Record<string, unknown>
): Promise<ChangeRow[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order_change", fields: FIELDS, filters })
  const rows: Record<string, unknown>[] = data
  return rows as ChangeRow[]
}
