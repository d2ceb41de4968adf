import type {
  AuditTrailEntry,
  Decimal,
  Metadata,
  OrderRecords,
  OrderRefundRecord,
  PaymentDisputeRecord,
  RefundDetails,
  RefundTransactionRecord,
} from "../../../domain"
import type {
  RefundReconciliationDTO,
  RefundReconciliationEntryDTO,
} from "../../../types"
import type { CustomerRefundRecord, StripeEventRecord } from "../types"

type TaxLines = { lines: OrderRefundRecord["lines"][number]["tax_lines"] }
export type Row = Record<string, unknown>

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value)

const date = (value: unknown): string | null =>
  value === null || value === undefined
    ? null
    : new Date(value as string | Date).toISOString()

const metadata = (value: unknown): Metadata | null =>
  (value as Metadata | null | undefined) ?? null

const byPosition = (a: Row, b: Row) => Number(a.position) - Number(b.position)

/** Turns a row of `refunds_transaction` into its record. */
export function toTransactionRecord(row: Row): RefundTransactionRecord {
  const request = row.request as RefundTransactionRecord["request"]
  return {
    id: String(row.id),
    order_id: String(row.order_id),
    order_refund_id: String(row.order_refund_id),
    payment_id: String(row.payment_id),
    provider_id: String(row.provider_id),
    currency_code: String(row.currency_code),
    amount: String(row.amount),
    status: row.status as RefundTransactionRecord["status"],
    method: row.method as RefundTransactionRecord["method"],
    idempotency_key: String(row.idempotency_key),
    request,
    medusa_refund_id: String(row.medusa_refund_id),
    stripe_refund_id: text(row.stripe_refund_id),
    stripe_payment_id: paymentIdOf(request),
    failure_code: text(row.failure_code),
    failure_reason: text(row.failure_reason),
    reference: text(row.reference),
    pending_reason: text(row.pending_reason),
    destination_type: text(row.destination_type),
    card_refund_type: text(row.card_refund_type),
    reference_status: text(row.reference_status),
    network_decline_code: text(row.network_decline_code),
    action_email_sent_at: date(row.action_email_sent_at),
    action_expires_at: date(row.action_expires_at),
    fee: text(row.fee),
    attempts: Number(row.attempts),
    first_attempt_at: date(row.first_attempt_at),
    last_attempt_at: date(row.last_attempt_at),
    accepted_at: date(row.accepted_at),
    booked_at: date(row.booked_at),
    superseded_at: date(row.superseded_at),
    created_at: date(row.created_at) ?? "",
    updated_at: date(row.updated_at) ?? "",
  }
}

/** The same with the dates that a column keeps. */
export const withDates = <Fields extends Partial<RefundDetails>>(
  fields: Fields
) => {
  const { action_email_sent_at, action_expires_at, ...rest } = fields
  const column = (value: string | null | undefined) => value && new Date(value)
  return {
    ...rest,
    ...("action_email_sent_at" in fields
      ? { action_email_sent_at: column(action_email_sent_at) || null }
      : {}),
    ...("action_expires_at" in fields
      ? { action_expires_at: column(action_expires_at) || null }
      : {}),
  }
}

/** Every Stripe request names one of the two. */
const paymentIdOf = ({ target }: RefundTransactionRecord["request"]) =>
  target && ("charge" in target ? target.charge : target.payment_intent)

function toLineRecord(row: Row): OrderRefundRecord["lines"][number] {
  return {
    id: String(row.id),
    kind: row.kind as OrderRefundRecord["lines"][number]["kind"],
    item_id: text(row.item_id),
    shipping_method_id: text(row.shipping_method_id),
    title: String(row.title),
    quantity: Number(row.quantity),
    unit_amount: String(row.unit_amount),
    subtotal: String(row.subtotal),
    discount_total: String(row.discount_total),
    tax_total: String(row.tax_total),
    tax_lines: (row.tax_lines as TaxLines).lines,
    amount: String(row.amount),
    restock: row.restock as OrderRefundRecord["lines"][number]["restock"],
    refund_reason_id: text(row.refund_reason_id),
    metadata: metadata(row.metadata),
  }
}

/** Turns a row of `refunds_order_refund` with its lines and transactions into its record. */
export function toOrderRefundRecord(row: Row): OrderRefundRecord {
  const lines = [...((row.lines ?? []) as Row[])].sort(byPosition)
  const transactions = [...((row.transactions ?? []) as Row[])].sort(byPosition)
  return {
    id: String(row.id),
    display_id: Number(row.display_id),
    order_id: String(row.order_id),
    order_display_id:
      row.order_display_id === null ? null : Number(row.order_display_id),
    status: row.status as OrderRefundRecord["status"],
    source: row.source as OrderRefundRecord["source"],
    currency_code: String(row.currency_code),
    amount: String(row.amount),
    subtotal: String(row.subtotal),
    discount_total: String(row.discount_total),
    tax_total: String(row.tax_total),
    refund_reason_id: text(row.refund_reason_id),
    metadata: metadata(row.metadata),
    note: text(row.note),
    customer_note: text(row.customer_note),
    notify_customer: Boolean(row.notify_customer),
    created_by: text(row.created_by),
    created_at: date(row.created_at) ?? "",
    plan_hash: text(row.plan_hash),
    idempotency_key: text(row.idempotency_key),
    request_hash: text(row.request_hash),
    native_credit: String(row.native_credit ?? "0"),
    cancel_requested_at: date(row.cancel_requested_at),
    revoked_at: date(row.revoked_at),
    booked_at: date(row.booked_at),
    lines: lines.map(toLineRecord),
    transactions: transactions.map(toTransactionRecord),
  }
}

/** Turns what `ORDER_RECORDS` reads of an order into its records. */
export function toOrderRecords(row: Row): OrderRecords {
  const { guard, order_refunds, disputes, open_release_id } = row as {
    guard: { version: number; held: Record<string, Decimal> | null } | null
    order_refunds: Row[]
    disputes: Row[]
    open_release_id: string | null
  }
  return {
    version: guard?.version ?? 0,
    held: guard?.held ?? {},
    order_refunds: order_refunds.map(toOrderRefundRecord),
    disputes: disputes.map(toDispute),
    open_release_id,
  }
}

/** Turns a row of the audit trail into its record. */
export function toAuditEntry(row: Row): AuditTrailEntry {
  return {
    id: String(row.id),
    subject_id: String(
      row.order_refund_id ?? row.order_edit_id ?? row.order_release_id
    ),
    request_id: text(row.request_id),
    actor: String(row.actor),
    action: String(row.action),
    from_status: text(row.from_status),
    to_status: text(row.to_status),
    stripe_request_id: text(row.stripe_request_id),
    details: row.details as AuditTrailEntry["details"],
    created_at: date(row.created_at) ?? "",
  }
}

/** Turns what was read of a refund for its customer into its record. */
export function toCustomerRefund(row: Row): CustomerRefundRecord {
  const refund = row as CustomerRefundRecord
  return {
    ...refund,
    revoked_at: date(refund.revoked_at),
    created_at: date(refund.created_at) ?? "",
    transactions: refund.transactions.map((transaction) => ({
      ...transaction,
      accepted_at: date(transaction.accepted_at),
      action_expires_at: date(transaction.action_expires_at),
      superseded_at: date(transaction.superseded_at),
    })),
    trail: refund.trail.map((entry) => ({
      ...entry,
      created_at: date(entry.created_at) ?? "",
    })),
  }
}

/** Turns a row of the inbox into its record. */
export function toStripeEvent(row: Row): StripeEventRecord {
  return {
    id: String(row.id),
    type: String(row.type),
    status: row.status as StripeEventRecord["status"],
    object_id: text(row.object_id),
    api_version: text(row.api_version),
    reason: text(row.reason),
    attempts: Number(row.attempts),
    received_at: date(row.created_at) ?? "",
    processed_at: date(row.processed_at),
    payment_intent: text(row.payment_intent),
    charge: text(row.charge),
    updated_at: date(row.updated_at) ?? "",
  }
}

/** Turns a dispute's row into its record. */
export function toDispute(row: Row): PaymentDisputeRecord {
  return {
    id: String(row.id),
    order_id: String(row.order_id),
    payment_id: String(row.payment_id),
    status: String(row.status),
    reason: String(row.reason),
    currency_code: String(row.currency_code),
    amount: String(row.amount),
    is_charge_refundable: Boolean(row.is_charge_refundable),
    opened_at: date(row.opened_at) ?? "",
  }
}

/** Turns a reconciliation's row into what the API shows. */
export function toReconciliation(row: Row): RefundReconciliationDTO {
  return {
    id: String(row.id),
    status: row.status as RefundReconciliationDTO["status"],
    trigger: row.trigger as RefundReconciliationDTO["trigger"],
    started_by: text(row.started_by),
    lane: row.lane as RefundReconciliationDTO["lane"],
    refunds_read: Number(row.refunds_read),
    payments_read: Number(row.payments_read),
    imported: Number(row.imported),
    changed: Number(row.changed),
    resolved: Number(row.resolved),
    drift: Number(row.drift),
    unmatched: Number(row.unmatched),
    error: text(row.error),
    started_at: date(row.started_at) ?? "",
    finished_at: date(row.finished_at),
  }
}

/** Turns an entry's row into what the API shows. */
export function toReconciliationEntry(row: Row): RefundReconciliationEntryDTO {
  return {
    id: String(row.id),
    kind: row.kind as RefundReconciliationEntryDTO["kind"],
    order_id: String(row.order_id),
    order_display_id:
      row.order_display_id === null ? null : Number(row.order_display_id),
    payment_id: String(row.payment_id),
    order_refund_id: text(row.order_refund_id),
    message: String(row.message),
    created_at: date(row.created_at) ?? "",
  }
}
