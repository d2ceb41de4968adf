import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderRefundStatus } from "../../domain"
import { toError } from "./to-error"

/** The events of this plugin. Data: `{ id, order_id }`. */
export const OrderRefundEvents = {
  CREATED: "order_refund.created",
  SUCCEEDED: "order_refund.succeeded",
  FAILED: "order_refund.failed",
  CANCELED: "order_refund.canceled",
  REQUIRES_ACTION: "order_refund.requires_action",
  /** A refund that was made elsewhere has its record. */
  IMPORTED: "order_refund.imported",
  /** The money of such a refund was assigned to lines. */
  ASSIGNED: "order_refund.assigned",
} as const

export type OrderRefundEventName =
  (typeof OrderRefundEvents)[keyof typeof OrderRefundEvents]

const BY_STATUS: Partial<Record<OrderRefundStatus, OrderRefundEventName>> = {
  succeeded: OrderRefundEvents.SUCCEEDED,
  failed: OrderRefundEvents.FAILED,
  partially_failed: OrderRefundEvents.FAILED,
  canceled: OrderRefundEvents.CANCELED,
  requires_action: OrderRefundEvents.REQUIRES_ACTION,
}

/** The events that a change of status means, oldest first. */
export function refundEvents(
  before: OrderRefundStatus | null,
  after: OrderRefundStatus
): OrderRefundEventName[] {
  const reached = before === after ? undefined : BY_STATUS[after]
  return [
    ...(before === null ? [OrderRefundEvents.CREATED] : []),
    ...(reached ? [reached] : []),
  ]
}

/** Emits events of a refund. A failing event bus is logged; it undoes nothing. */
export async function emitOrderRefundEvents(
  container: MedusaContainer,
  refund: { id: string; order_id: string },
  names: OrderRefundEventName[]
): Promise<void> {
  if (!names.length) {
    return
  }
  try {
    await container.resolve(Modules.EVENT_BUS).emit(
      names.map((name) => ({
        name,
        data: { id: refund.id, order_id: refund.order_id },
      })),
      {}
    )
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `Events of order refund ${refund.id} could not be emitted: ${names.join(", ")}`,
        toError(error)
      )
  }
}
