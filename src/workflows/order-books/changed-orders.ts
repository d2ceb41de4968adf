import { isSummaryBehind } from "../../domain"
import { readMissedChanges, readOrder } from "../../ledger"
import {
  ContainerRegistrationKeys,
  Modules,
  OrderChangeStatus,
  OrderChangeType,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { refundsModule } from "../common/refunds-module"

type ChangeRow = {
  order_id: string
  status: string
  change_type: string | null
  metadata: Record<string, unknown> | null
}

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
  const change = await readChange(container, changeId)
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

/** Orders that no event of Medusa told of. */
export type MissedOrders = {
  /** With an open change that a crash of ours left: nobody will close it. */
  left_open: string[]
  /** With refunds, changed since a moment, and not settled after it. */
  to_settle: string[]
}

/** As many orders as one statement asks for. */
const BATCH = 500
/** A change of ours that is younger may be another process at work. */
const ABANDONED_AFTER_MS = 60_000

/** Orders that changed since a moment and wait for us. */
export async function missedOrders(
  container: MedusaContainer,
  since: Date,
  now: Date
): Promise<MissedOrders> {
  const { left_open, versions } = await readMissedChanges(container, {
    since,
    abandoned_before: new Date(now.getTime() - ABANDONED_AFTER_MS),
  })
  const to_settle: string[] = []
  for (let start = 0; start < versions.length; start += BATCH) {
    const batch = new Map(
      versions
        .slice(start, start + BATCH)
        .map(({ order_id, version }) => [order_id, version])
    )
    const refunded = await refundsModule(container).books.listRefundedOrders([
      ...batch.keys(),
    ])
    to_settle.push(
      ...refunded
        .filter(
          ({ order_id, settled_version }) =>
            settled_version < (batch.get(order_id) ?? 0)
        )
        .map(({ order_id }) => order_id)
    )
  }
  return { left_open, to_settle }
}

async function readChange(
  container: MedusaContainer,
  id: string
): Promise<ChangeRow | undefined> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order_change",
      fields: ["id", "order_id", "status", "change_type", "metadata"],
      filters: { id },
    })
  const rows: Record<string, unknown>[] = data
  return (rows as ChangeRow[])[0]
}
