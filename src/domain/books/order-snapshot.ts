import type { PaymentGateway } from "../gateway/payment-gateway"
import type { OrderSnapshot } from "../plan/plan-types"
import type { OrderGoods } from "./goods-types"
import type { MedusaOrder, MedusaOrderPayment } from "./medusa-order"
import { openAmounts } from "./open-amounts"
import { paymentBalance } from "./payment-balance"
import { refundHistory } from "./refund-history"
import type { OrderRefundRecord, PaymentDisputeRecord } from "./refund-records"

/**
 * Joins Medusa's books and our records into what the planner needs.
 *
 * Our records must have been read first: a native refund row of ours is then
 * known by its id and counted once, as ours.
 */
export function orderSnapshot(
  order: MedusaOrder,
  orderRefunds: OrderRefundRecord[],
  disputes: PaymentDisputeRecord[],
  goods: OrderGoods,
  gatewayOf: (payment: MedusaOrderPayment) => PaymentGateway,
  now: Date
): OrderSnapshot {
  const open = orderRefunds.filter(({ revoked_at }) => !revoked_at)
  const history = refundHistory(order, open, goods)
  return {
    order_id: order.id,
    currency_code: order.currency_code,
    canceled: order.canceled,
    has_active_change: order.active_change !== null,
    ...openAmounts(order, orderRefunds, goods),
    items: order.items.map((item) => ({
      ...item,
      returned_quantity: goods.returnedOf(item),
      came_back_quantity: item.returned_quantity,
    })),
    shipping_methods: order.shipping_methods,
    payments: order.payments.map((payment) =>
      paymentBalance(
        payment,
        orderRefunds,
        disputes.filter(({ payment_id }) => payment_id === payment.id),
        gatewayOf(payment),
        now
      )
    ),
    ...history,
  }
}
