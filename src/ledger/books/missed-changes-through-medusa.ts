import {
  ContainerRegistrationKeys,
  OrderChangeStatus,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { MissedChanges, MissedSince } from "./missed-changes"

type ChangeRow = {
  id: string
  order_id: string
  version: number
  status: string
  metadata: Record<string, unknown> | null
}

/** After a week without the job there may be many. */
const PAGE = 500

/**
 * The same as every plugin can ask: with `query.graph`, which reads all changes of
 * orders to find those of a few minutes.
 */
export async function missedChangesThroughMedusa(
  container: MedusaContainer,
  { since, abandoned_before }: MissedSince,
  pageSize = PAGE
): Promise<MissedChanges> {
  const left = new Set<string>()
  for await (const { order_id, metadata } of changes(
    container,
    { status: OPEN, created_at: { $lt: abandoned_before } },
    pageSize
  )) {
    if (isOurEdit(metadata)) {
      left.add(order_id)
    }
  }
  const newest = new Map<string, number>()
  for await (const { order_id, version, status, metadata } of changes(
    container,
    { updated_at: { $gte: since } },
    pageSize
  )) {
    if (!OPEN.includes(status) && !isOfOurRefund(metadata)) {
      newest.set(order_id, Math.max(version, newest.get(order_id) ?? 0))
    }
  }
  return {
    left_open: [...left],
    versions: [...newest].map(([order_id, version]) => ({ order_id, version })),
  }
}

const OPEN: string[] = [OrderChangeStatus.PENDING, OrderChangeStatus.REQUESTED]

const isOurEdit = (metadata: ChangeRow["metadata"]): boolean =>
  Boolean(metadata?.order_edit_preview ?? metadata?.order_edit_id)

const isOfOurRefund = (metadata: ChangeRow["metadata"]): boolean =>
  Boolean(metadata?.order_refund_id ?? metadata?.credit_line)

async function* changes(
  container: MedusaContainer,
  filters: Record<string, unknown>,
  pageSize: number
): AsyncGenerator<ChangeRow> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  for (let after = ""; ;) {
    const { data } = await query.graph({
      entity: "order_change",
      fields: ["id", "order_id", "version", "status", "metadata"],
      filters: { ...filters, id: { $gt: after } },
      pagination: { take: pageSize, order: { id: "ASC" } },
    })
    const rows: Record<string, unknown>[] = data
    const page = rows as ChangeRow[]
    yield* page
    const last = page.at(-1)
    if (!last || page.length < pageSize) {
      return
    }
    after = last.id
  }
}
