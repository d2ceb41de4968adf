import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaOrder, OrderRefundRecord } from "../../domain"
import { cancelUnfinishedChange, readOrder, undoReturn } from "../../ledger"
import type { AuditEntry } from "../../modules/refunds/types"
import { hasMovedGoods, wantsGoodsMoved } from "./move-goods"
import { refundsModule } from "../common/refunds-module"

/**
 * Gives a refund back that no gateway took. Where its goods have moved the order
 * owes the money honestly: then, or where another payment moved, the parts that
 * were never sent are failed, for the merchant to retry.
 *
 * @returns whether it was given back
 */
export async function revokeRefund(
  container: MedusaContainer,
  orderRefundId: string,
  audit: AuditEntry
): Promise<boolean> {
  const service = refundsModule(container)
  const read = () => service.orderRefunds.find({ id: orderRefundId })
  const refund = await read()
  if (!refund) {
    return true
  }
  const moved = await goodsMoved(container, refund)
  if (!moved && (await service.grants.revoke(orderRefundId, audit))) {
    return true
  }
  const unsent = (await read())?.transactions.filter(
    ({ accepted_at, stripe_refund_id }) => !accepted_at && !stripe_refund_id
  )
  for (const transaction of unsent ?? []) {
    await service.transactions.transition({
      transaction_id: transaction.id,
      from: ["reserved"],
      to: "failed",
      patch: {
        failure_code: "never_sent",
        failure_reason: "The request was never sent.",
      },
      audit: { ...audit, action: "never_sent" },
    })
  }
  if (moved) {
    await service.orderRefunds.noteGoods(orderRefundId, {
      ...audit,
      action: "goods_moved",
    })
  }
  return false
}

/** A change of ours that a crash left open moved nothing, and is cancelled. */
async function goodsMoved(
  container: MedusaContainer,
  refund: OrderRefundRecord
): Promise<boolean> {
  if (!wantsGoodsMoved(refund)) {
    return false
  }
  const order = await readOrder(container, refund.order_id)
  if (!order) {
    return false
  }
  await cancelUnfinishedChange(container, order, refund.id)
  return (
    hasMovedGoods(order, refund.id) &&
    !(await undoHalf(container, refund, order))
  )
}

/**
 * A crash between the return and the edit leaves half of what was wanted. No
 * gateway was asked before both were done, so the return is taken back.
 *
 * @returns whether nothing is moved any more
 */
async function undoHalf(
  container: MedusaContainer,
  refund: OrderRefundRecord,
  order: MedusaOrder
): Promise<boolean> {
  const isWhole =
    hasMovedGoods(order, refund.id, "removed") ||
    refund.lines.every(({ restock }) => restock !== "cancel") ||
    refund.transactions.some(({ status }) => status !== "reserved")
  if (isWhole) {
    return false
  }
  const opened = order.goods.flatMap(({ order_refund_id, return_id }) =>
    order_refund_id === refund.id && return_id ? [return_id] : []
  )
  for (const id of opened) {
    await undoReturn(container, id)
  }
  return true
}
