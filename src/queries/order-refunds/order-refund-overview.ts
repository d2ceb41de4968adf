import type { MedusaContainer } from "@medusajs/framework/types"
import {
  inOtherCurrency,
  isForeign,
  paymentRefusal,
  planRefund,
  refundableLines,
  refundablePayments,
  type OrderSnapshot,
  type PaymentBalance,
  type PlanError,
} from "../../domain"
import { shownDispute } from "./dispute-dto"
import { movedUnits } from "./moved-units"
import { toDTOs } from "./order-refund-dto"
import type { AdminOrderRefundsResponse } from "../../types"
import { orderRefundSummary } from "./order-refund-summary"
import { readOrderRefundState } from "../../workflows/common/read-order-state"
import { refundsModule } from "../../workflows/common/refunds-module"

/** What `GET /admin/orders/:id/refunds` answers. */
export async function orderRefundOverview(
  container: MedusaContainer,
  orderId: string
): Promise<AdminOrderRefundsResponse> {
  const state = await readOrderRefundState(container, orderId)
  const { snapshot } = state
  const lines = refundableLines(snapshot)
  const left = refundablePayments(snapshot)
  return {
    order_refunds: await toDTOs(
      container,
      [...state.records.order_refunds].reverse()
    ),
    summary: orderRefundSummary(state),
    items: lines
      .filter(({ kind }) => kind === "item")
      .map(({ kind: _kind, line_id, ...rest }) => ({
        item_id: line_id,
        ...rest,
      })),
    shipping: lines
      .filter(({ kind }) => kind === "shipping")
      .map(({ line_id, title, refundable_amount, refunded_amount }) => ({
        shipping_method_id: line_id,
        title,
        refundable_amount,
        refunded_amount,
      })),
    moved_units: movedUnits(state.goods.matched, snapshot.currency_code),
    payments: snapshot.payments.map((payment, index) => ({
      payment_id: payment.id,
      provider_id: payment.provider_id,
      currency_code: payment.currency_code ?? snapshot.currency_code,
      captured: payment.captured,
      refundable_amount: left.payments[index]?.refundable_amount ?? "0",
      refundable: payment.refundable && !isForeign(snapshot, payment),
      blocked: blockedBy(snapshot, payment),
      dispute: shownDispute(
        state.records.disputes.filter(
          ({ payment_id }) => payment_id === payment.id
        )
      ),
    })),
    blocked: blockedReason(snapshot),
    livemode: isLive(container),
  }
}

/** Why nothing of an order can be refunded now, or null. */
function blockedReason(snapshot: OrderSnapshot) {
  const everything = planRefund(snapshot, {
    items: "all",
    shipping: "all",
    limit_to_payments: true,
  })
  if (everything.ok) {
    return null
  }
  const { error } = everything
  const { payments } = refundablePayments(snapshot)
  const goodwillIsLeft = payments.some(
    ({ refundable_amount }) => Number(refundable_amount) > 0
  )
  return error.code === "nothing_to_refund" && goodwillIsLeft
    ? null
    : toBlocked(error)
}

/** Why one payment cannot be refunded, or null. */
function blockedBy(snapshot: OrderSnapshot, payment: PaymentBalance) {
  if (isForeign(snapshot, payment)) {
    return toBlocked(inOtherCurrency(snapshot, [payment]).error)
  }
  return payment.refundable ? null : toBlocked(paymentRefusal(payment))
}

const toBlocked = ({ code, message }: PlanError) => ({ code, message })

function isLive(container: MedusaContainer): boolean | null {
  const key = refundsModule(container).options.stripe?.apiKey
  return key ? key.split("_")[1] === "live" : null
}
