import type { MedusaContainer } from "@medusajs/framework/types"
import {
  inOtherCurrency,
  isForeign,
  orderActions,
  paymentRefusal,
  planRefund,
  refundableLines,
  refundablePayments,
  type OrderSnapshot,
  type PaymentBalance,
  type PlanError,
} from "../../domain"
import type { AdminOrderRefundsResponse } from "../../types"
import { addMedusasBooks } from "../../workflows/common/read-order-state"
import { refundsModule } from "../../workflows/common/refunds-module"
import { orderEditNow } from "../order-edits"
import { orderRefundDTOs, orderRefundSummary } from "../order-refunds"
import { orderReleaseDTO } from "../order-releases"
import { readAuthors } from "./authors"
import { shownDispute } from "./dispute-dto"
import { movedUnits } from "./moved-units"
import { outstandingPlan } from "./outstanding-plan"

/**
 * What `GET /admin/orders/:id/refunds` answers: all that the order's page shows.
 *
 * @param namesUsers whether the caller may know who made something
 * @throws order_not_found
 */
export async function orderOverview(
  container: MedusaContainer,
  orderId: string,
  { namesUsers }: { namesUsers: boolean }
): Promise<AdminOrderRefundsResponse> {
  const { records, edits, releases } =
    await refundsModule(container).overview.read(orderId)
  const made = [...records.order_refunds, ...edits, ...releases]
  const [state, refunds, authors] = await Promise.all([
    addMedusasBooks(container, orderId, records),
    orderRefundDTOs(container, [...records.order_refunds].reverse()),
    namesUsers ? readAuthors(container, made) : [],
  ])
  const { snapshot } = state
  const lines = refundableLines(snapshot)
  const left = refundablePayments(snapshot)
  const summary = orderRefundSummary(state)
  return {
    order_refunds: refunds,
    summary,
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
    outstanding: await outstandingPlan(container, orderId, summary),
    order_edits: edits.map((edit) => orderEditNow(edit, state)),
    order_releases: releases.map(orderReleaseDTO),
    order_actions: orderActions(state.order),
    authors,
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
