import { Modules } from "@medusajs/framework/utils"
import type {
  MedusaContainer,
  RefundReasonDTO,
} from "@medusajs/framework/types"
import {
  planRefund,
  refundableLines,
  refundablePayments,
  type OrderSnapshot,
} from "../../../domain"
import type { OrderRefundRecord } from "../../../modules/refunds/types"
import type { AdminOrderRefundsResponse, OrderRefundDTO } from "../../../types"
import { orderRefundSummary } from "./order-refund-summary"
import { readOrderRefundState } from "./read-snapshot"
import { refundError } from "./refund-error"
import { refundsModule } from "./refunds-module"

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
      [...state.ledger.order_refunds].reverse()
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
    payments: snapshot.payments.map((payment, index) => ({
      payment_id: payment.id,
      provider_id: payment.provider_id,
      captured: payment.captured,
      refundable_amount: left.payments[index]?.refundable_amount ?? "0",
      refundable: payment.refundable,
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
  const { code, message } = everything.error
  const { payments } = refundablePayments(snapshot)
  const goodwillIsLeft = payments.some(
    ({ refundable_amount }) => Number(refundable_amount) > 0
  )
  return code === "nothing_to_refund" && goodwillIsLeft
    ? null
    : { code, message }
}

function isLive(container: MedusaContainer): boolean | null {
  const key = refundsModule(container).options.stripe?.apiKey
  return key ? key.split("_")[1] === "live" : null
}

/**
 * One order refund as the API shows it.
 *
 * @throws order_refund_not_found
 */
export async function retrieveOrderRefund(
  container: MedusaContainer,
  id: string
): Promise<OrderRefundDTO> {
  const record = await refundsModule(container).findOrderRefund({ id })
  const [dto] = record ? await toDTOs(container, [record]) : []
  if (!dto) {
    throw refundError({
      code: "order_refund_not_found",
      message: `Order refund ${id} does not exist.`,
    })
  }
  return dto
}

/** Records as the API shows them, with their reasons. */
export async function toDTOs(
  container: MedusaContainer,
  records: OrderRefundRecord[]
): Promise<OrderRefundDTO[]> {
  const ids = records.flatMap(({ refund_reason_id }) => refund_reason_id ?? [])
  const reasons = ids.length
    ? await container
        .resolve(Modules.PAYMENT)
        .listRefundReasons({ id: [...new Set(ids)] }, { withDeleted: true })
    : []
  return records.map((record) => toDTO(record, reasons as RefundReason[]))
}

/** Medusa's type does not have the code that its model has. */
type RefundReason = RefundReasonDTO & { code: string }

function toDTO(
  record: OrderRefundRecord,
  reasons: RefundReason[]
): OrderRefundDTO {
  const {
    refund_reason_id,
    notify_customer: _notify,
    plan_hash: _plan,
    idempotency_key: _key,
    request_hash: _hash,
    released_at: _released,
    booked_at: _booked,
    ...shown
  } = record
  const reason = reasons.find(({ id }) => id === refund_reason_id)
  return {
    ...shown,
    refund_reason: reason
      ? { id: reason.id, label: reason.label, code: reason.code }
      : null,
    credit_note: null,
    transactions: record.transactions.map(
      ({
        order_id: _order,
        order_refund_id: _refund,
        currency_code: _currency,
        idempotency_key: _gatewayKey,
        request: _request,
        medusa_refund_id: _row,
        first_attempt_at: _first,
        last_attempt_at: _last,
        booked_at: _bookedAt,
        ...transaction
      }) => transaction
    ),
  }
}
