import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type MedusaOrder,
  orderGoods,
  type OrderGoods,
  type OrderRecords,
  type OrderSnapshot,
  orderSnapshot,
} from "../../domain"
import { readOrder } from "../../ledger"
import { refundError } from "./refund-error"
import { gatewayOf, refundsModule } from "./refunds-module"

/** Everything that is known about refunds of one order, at one moment. */
export type OrderRefundState = {
  order: MedusaOrder
  records: OrderRecords
  goods: OrderGoods
  snapshot: OrderSnapshot
}

/**
 * Reads our records first, then Medusa's books: a refund that is written in
 * between is missed by the first and refused by the version check of `reserve`.
 *
 * @throws order_not_found
 */
export const readOrderRefundState = async (
  container: MedusaContainer,
  orderId: string
): Promise<OrderRefundState> =>
  addMedusasBooks(
    container,
    orderId,
    await refundsModule(container).orderRefunds.readOrderRecords(orderId)
  )

/**
 * The same, where our records of the order are read already.
 *
 * @throws order_not_found
 */
export async function addMedusasBooks(
  container: MedusaContainer,
  orderId: string,
  records: OrderRecords
): Promise<OrderRefundState> {
  const order = await readOrder(container, orderId)
  if (!order) {
    throw refundError({
      code: "order_not_found",
      message: `Order ${orderId} does not exist.`,
    })
  }
  return toState(container, order, records)
}

/** The same order after our records have changed; Medusa's books have not. */
export async function rereadLedger(
  container: MedusaContainer,
  { order }: OrderRefundState
): Promise<OrderRefundState> {
  const records = await refundsModule(container).orderRefunds.readOrderRecords(
    order.id
  )
  return toState(container, order, records)
}

function toState(
  container: MedusaContainer,
  read: MedusaOrder,
  records: OrderRecords
): OrderRefundState {
  const order = {
    ...read,
    payments: read.payments.map((payment) => ({
      ...payment,
      held: records.held[payment.id] ?? "0",
    })),
  }
  const goods = orderGoods(order, records.order_refunds)
  const { disputes } = records
  return {
    order,
    records,
    goods,
    snapshot: orderSnapshot(
      order,
      records.order_refunds,
      disputes,
      goods,
      gatewayOf(container),
      new Date()
    ),
  }
}
