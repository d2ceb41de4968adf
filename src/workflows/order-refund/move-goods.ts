import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  MedusaGoodsChange,
  MedusaOrder,
  OrderRefundRecord,
} from "../../domain"
import {
  cancelOrderItems,
  openReturn,
  readOrder,
  undoReturn,
} from "../../ledger"
import { refundError } from "../common/refund-error"
import { returnLocation } from "./return-location"
import { toError } from "../common/to-error"

/** What to do with the goods of an order refund. */
export type GoodsToMove = {
  refund: OrderRefundRecord
  location_id: string | null
}

type Units = { item_id: string; quantity: number }[]

/** Whether the merchant wants goods moved with this refund. */
export const wantsGoodsMoved = ({
  lines,
}: {
  lines: Pick<OrderRefundRecord["lines"][number], "restock">[]
}): boolean => lines.some(({ restock }) => restock !== "none")

/** Whether a refund's goods of one kind moved. */
export const hasMovedGoods = (
  { goods }: Pick<MedusaOrder, "goods">,
  orderRefundId: string,
  kind?: MedusaGoodsChange["kind"]
): boolean =>
  goods.some(
    (change) =>
      change.order_refund_id === orderRefundId &&
      (kind === undefined || change.kind === kind)
  )

/**
 * Carries out what a refund says of its goods: opens a return for shipped ones,
 * and takes those that were not shipped off the order. Both, or none.
 *
 * The return comes first, since it can be taken back.
 *
 * @returns the id of the return, if there is one
 * @throws order_has_active_change, goods_not_moved: nothing was changed
 */
export async function moveGoods(
  container: MedusaContainer,
  { refund, location_id }: GoodsToMove
): Promise<{ return_id: string | null }> {
  const order = await readOrder(container, refund.order_id)
  if (!order || order.active_change) {
    throw cannotMove(refund, order, "The order has another open change.")
  }
  const returned = unitsOf(refund, "return")
  const cancelled = unitsOf(refund, "cancel")
  const about = { order_refund_id: refund.id }
  const no_notification = !refund.notify_customer
  let return_id: string | null = null
  try {
    if (returned.length) {
      const location = await returnLocation(
        container,
        order.id,
        returned.map(({ item_id }) => item_id),
        location_id
      )
      return_id = await openReturn(container, order, {
        ...about,
        items: returned,
        location_id: location,
        created_by: refund.created_by,
        no_notification,
      })
    }
    if (cancelled.length) {
      await cancelOrderItems(container, order, {
        ...about,
        items: cancelled,
        confirmed_by: refund.created_by,
        no_notification,
      })
    }
  } catch (error) {
    await undoUnlessDone(container, refund, return_id, toError(error))
  }
  return { return_id }
}

const unitsOf = (
  { lines }: OrderRefundRecord,
  restock: "cancel" | "return"
): Units =>
  lines.flatMap(({ item_id, quantity, ...line }) =>
    line.restock === restock && item_id && quantity > 0
      ? [{ item_id, quantity }]
      : []
  )

/**
 * The edit is confirmed in one database transaction; what fails after it (an
 * event, a reservation) must not take the goods back, and is finished later.
 */
async function undoUnlessDone(
  container: MedusaContainer,
  refund: OrderRefundRecord,
  returnId: string | null,
  error: Error
): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const order = await readOrder(container, refund.order_id)
  const isDone =
    order &&
    (unitsOf(refund, "cancel").length
      ? hasMovedGoods(order, refund.id, "removed")
      : hasMovedGoods(order, refund.id, "returned"))
  if (isDone) {
    logger.error(
      `The goods of order refund ${refund.id} moved, but not everything that follows was done; the job finishes it.`,
      error
    )
    return
  }
  if (returnId) {
    await undoReturn(container, returnId)
  }
  throw cannotMove(refund, order, error.message)
}

const cannotMove = (
  { id, order_id }: OrderRefundRecord,
  order: MedusaOrder | null,
  reason: string
) =>
  refundError(
    order?.active_change
      ? {
          code: "order_has_active_change",
          message: `${order_id} has an open edit, return, claim or exchange. Confirm or cancel it first.`,
        }
      : {
          code: "goods_not_moved",
          message: `The goods could not be moved, so nothing was refunded: ${reason}`,
          details: { order_refund_id: id },
        }
  )
