import { isSummaryBehind } from "../../domain"
import { readOrder } from "../../ledger"
import {
  ContainerRegistrationKeys,
  Modules,
  OrderChangeStatus,
  OrderChangeType,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { refundsModule } from "../common/refunds-module"

type ChangeRow = {
  id: string
  order_id: string
  version: number
  status: string
  change_type: string | null
  metadata: Record<string, unknown> | null
}

const FIELDS = [
  "id",
  "order_id",
  "version",
  "status",
  "change_type",
  "metadata",
]

/**
 * Changes of our refunds are settled by them. Others' credit lines move no goods,
 * but copy the order as Medusa has read it: without what we wrote meanwhile.
 */
const concernsUs = ({ status, metadata }: ChangeRow): boolean =>
  status !== OrderChangeStatus.PENDING &&
  status !== OrderChangeStatus.REQUESTED &&
  !metadata?.order_refund_id &&
  !metadata?.credit_line

/** Medusa reserves too much for the lines of its own edits, refunds or not. */
const reservesTooMuch = ({ status, change_type }: ChangeRow): boolean =>
  status === OrderChangeStatus.CONFIRMED && change_type === OrderChangeType.EDIT

/**
 * The order of a change that is closed, if it has refunds or was edited.
 *
 * @returns null where there is nothing to settle
 */
export async function orderToSettle(
  container: MedusaContainer,
  changeId: string
): Promise<string | null> {
  const [change] = await readChanges(container, { id: changeId }, 1)
  if (!change || !concernsUs(change)) {
    return null
  }
  const { order_id } = change
  return reservesTooMuch(change) ||
    (await refundsModule(container).books.listRefundedOrders([order_id])).length
    ? order_id
    : null
}

/**
 * The order of a change that was taken back with the version it had made: with it
 * went what we wrote at that version.
 *
 * @returns null where the order has no refunds
 */
export async function orderOfRevertedChange(
  container: MedusaContainer,
  changeId: string
): Promise<string | null> {
  const [change] = await container
    .resolve(Modules.ORDER)
    .listOrderChanges(
      { id: changeId },
      { select: ["id", "order_id"], withDeleted: true }
    )
  const [refunded] = await refundsModule(container).books.listRefundedOrders(
    change ? [change.order_id] : []
  )
  return refunded?.order_id ?? null
}

/** The order of an order transaction, if it has refunds and its summary lost some. */
export async function orderWithSummaryBehind(
  container: MedusaContainer,
  transactionId: string
): Promise<string | null> {
  const [transaction] = await container
    .resolve(Modules.ORDER)
    .listOrderTransactions({ id: transactionId }, { select: ["order_id"] })
  const [refunded] = await refundsModule(container).books.listRefundedOrders(
    transaction ? [transaction.order_id] : []
  )
  const order = refunded && (await readOrder(container, refunded.order_id))
  return order && isSummaryBehind(order) ? order.id : null
}

/** After a week without the job there may be many. */
const PAGE = 500

/** Orders with refunds that changed since a moment, and were not settled after it. */
export async function ordersToSettle(
  container: MedusaContainer,
  since: Date,
  pageSize = PAGE
): Promise<string[]> {
  const unsettled = new Set<string>()
  let after = ""
  for (;;) {
    const page = await readChanges(
      container,
      { updated_at: { $gte: since }, id: { $gt: after } },
      pageSize
    )
    for (const orderId of await unsettledOf(container, page)) {
      unsettled.add(orderId)
    }
    const last = page.at(-1)
    if (!last || page.length < pageSize) {
      return [...unsettled]
    }
    after = last.id
  }
}

async function unsettledOf(
  container: MedusaContainer,
  changes: ChangeRow[]
): Promise<string[]> {
  const orders = new Map<string, number>()
  for (const { order_id, version } of changes.filter(concernsUs)) {
    orders.set(order_id, Math.max(version, orders.get(order_id) ?? 0))
  }
  const refunded = await refundsModule(container).books.listRefundedOrders([
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
  filters: Record<string, unknown>,
  take: number
): Promise<ChangeRow[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order_change",
      fields: FIELDS,
      filters,
      pagination: { take, order: { id: "ASC" } },
    })
  const rows: Record<string, unknown>[] = data
  return rows as ChangeRow[]
}
