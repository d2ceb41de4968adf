import { Modules } from "@medusajs/framework/utils"
import type {
  MedusaContainer,
  RefundReasonDTO as MedusasRefundReason,
} from "@medusajs/framework/types"
import {
  amountOf,
  currencyOf,
  currentTransactions,
  failedTransactions,
  formatPayable,
  type OrderRefundRecord,
  payableAsTaken,
} from "../../domain"
import type {
  OrderRefundAction,
  OrderRefundDTO,
  RefundReasonDTO,
} from "../../types"
import { canBeAsked } from "../../workflows/gateway/can-be-asked"
import { stripeFor } from "../../workflows/common/refunds-module"

/** Records as the API shows them, with their reasons. */
export async function orderRefundDTOs(
  container: MedusaContainer,
  records: OrderRefundRecord[]
): Promise<OrderRefundDTO[]> {
  const ids = records
    .flatMap((record) => [record, ...record.lines])
    .flatMap(({ refund_reason_id }) => refund_reason_id ?? [])
  const reasons = ids.length
    ? await container
        .resolve(Modules.PAYMENT)
        .listRefundReasons({ id: [...new Set(ids)] }, { withDeleted: true })
    : []
  return records.map((record) => ({
    ...toDTO(record, shownReasons(reasons as ReasonWithCode[])),
    actions: actionsOf(container, record),
  }))
}

/** What can be done next. The routes check it again under the order's lock. */
function actionsOf(
  container: MedusaContainer,
  refund: OrderRefundRecord
): OrderRefundAction[] {
  const failed = failedTransactions(refund).length > 0
  const waits = currentTransactions(refund).some(
    ({ status, provider_id }) =>
      status === "requires_action" && stripeFor(container, provider_id)
  )
  const open = refund.transactions.some(
    (each) => each.status === "unknown" && !canBeAsked(container, each)
  )
  const unallocated = refund.lines.some(({ kind }) => kind === "unallocated")
  return [
    ...(failed ? (["retry", "settle", "withdraw"] as const) : []),
    ...(waits ? (["cancel"] as const) : []),
    ...(open ? (["resolve"] as const) : []),
    ...(unallocated && !refund.revoked_at ? (["assign"] as const) : []),
  ]
}

function failedAmount(record: OrderRefundRecord) {
  const currency = currencyOf(record.currency_code)
  const failed = amountOf(failedTransactions(record))
  return formatPayable(payableAsTaken(failed, currency), currency)
}

/** Medusa's type does not have the code that its model has. */
type ReasonWithCode = MedusasRefundReason & { code: string }

const shownReasons = (
  reasons: ReasonWithCode[]
): Map<string | null, RefundReasonDTO> =>
  new Map(reasons.map(({ id, label, code }) => [id, { id, label, code }]))

function toDTO(
  record: OrderRefundRecord,
  reasons: Map<string | null, RefundReasonDTO>
): Omit<OrderRefundDTO, "actions"> {
  const {
    refund_reason_id,
    notify_customer: _notify,
    plan_hash: _plan,
    idempotency_key: _key,
    request_hash: _hash,
    native_credit: _credit,
    cancel_requested_at: _cancel,
    revoked_at: _revoked,
    booked_at: _booked,
    ...shown
  } = record
  const refund_reason = reasons.get(refund_reason_id) ?? null
  return {
    ...shown,
    refund_reason,
    lines: record.lines.map(({ refund_reason_id: own, ...line }) => ({
      ...line,
      refund_reason: own ? (reasons.get(own) ?? null) : refund_reason,
    })),
    failed_amount: failedAmount(record),
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
