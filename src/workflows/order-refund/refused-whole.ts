import type { MedusaContainer } from "@medusajs/framework/types"
import { readOrder } from "../../ledger"
import type { RefundTransactionRecord } from "../../domain"
import type { ReservedOrderRefund } from "./types"
import { hasMovedGoods, wantsGoodsMoved } from "./move-goods"
import { refundsModule } from "../common/refunds-module"

/**
 * What the gateways refused of a refund of which nothing stands: no money moved
 * and no goods. Where goods moved the grant stays as failed, and the order owes it.
 *
 * @returns null for a refund that goes on
 */
export async function refusedWhole(
  container: MedusaContainer,
  input: ReservedOrderRefund
): Promise<RefundTransactionRecord[] | null> {
  if (!input.replayed && input.declined === false) {
    return null
  }
  const refund = await refundsModule(container).orderRefunds.find({
    id: input.order_refund_id,
  })
  const transactions = refund?.transactions ?? []
  const declined = transactions.filter(({ status }) => status === "failed")
  // A refund that a bank rejected later is no refusal: its grant stays.
  const later = input.replayed && !refund?.revoked_at
  if (later || !declined.length || declined.length < transactions.length) {
    return null
  }
  const order =
    refund && wantsGoodsMoved(refund)
      ? await readOrder(container, refund.order_id)
      : null
  return order && hasMovedGoods(order, input.order_refund_id) ? null : declined
}
