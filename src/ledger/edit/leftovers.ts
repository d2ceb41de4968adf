import { Modules, OrderChangeStatus } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { discardOrderEdit, type OrderEditMark } from "./change"
import { trimReservations } from "../goods/reservations"

/** A change of ours that is younger may be another process at work. */
const ABANDONED_AFTER_MS = 60_000

/**
 * Removes what a preview or an edit left open when its process died. The caller
 * holds the order's lock.
 */
export async function removeLeftovers(
  container: MedusaContainer,
  orderId: string,
  now: Date
): Promise<void> {
  for (const { id, line_ids } of await listLeftovers(container, orderId, now)) {
    // The change goes last: whoever dies between the two finds it again.
    await trimReservations(container, orderId, line_ids)
    await discardOrderEdit(container, id)
  }
}

/** The state of the change that an edit of ours made, if it was ever opened. */
export async function changeOfEdit(
  container: MedusaContainer,
  orderId: string,
  orderEditId: string
): Promise<{ id: string; confirmed: boolean; line_ids: string[] } | null> {
  const changes = await container
    .resolve(Modules.ORDER)
    .listOrderChanges({ order_id: orderId }, { relations: ["actions"] })
  const change = changes.find(
    ({ metadata }) =>
      (metadata as Partial<{ order_edit_id: string }> | null)?.order_edit_id ===
      orderEditId
  )
  return change
    ? {
        id: change.id,
        confirmed: change.status === OrderChangeStatus.CONFIRMED,
        line_ids: lineIds(change),
      }
    : null
}

type Change = { actions?: { details?: Record<string, unknown> | null }[] }

const lineIds = ({ actions }: Change): string[] => [
  ...new Set(
    (actions ?? []).flatMap(({ details }) =>
      typeof details?.reference_id === "string" ? [details.reference_id] : []
    )
  ),
]

async function listLeftovers(
  container: MedusaContainer,
  order_id: string,
  now: Date
): Promise<{ id: string; line_ids: string[] }[]> {
  const changes = await container.resolve(Modules.ORDER).listOrderChanges(
    {
      order_id,
      status: [OrderChangeStatus.PENDING, OrderChangeStatus.REQUESTED],
    },
    { relations: ["actions"], take: null }
  )
  const abandoned = now.getTime() - ABANDONED_AFTER_MS
  return changes
    .filter(
      ({ metadata, created_at }) =>
        isOurs(metadata as Partial<OrderEditMark> | null) &&
        new Date(created_at).getTime() < abandoned
    )
    .map((change) => ({
      id: change.id,
      line_ids: lineIds(change),
    }))
}

const isOurs = (metadata: object | null): boolean =>
  metadata !== null &&
  ("order_edit_preview" in metadata || "order_edit_id" in metadata)
