import type { OrderReleaseRecord } from "../../modules/refunds/order-release-record"
import type { OrderReleaseDTO } from "../../types"

/** A release as callers see it. */
export function orderReleaseDTO(release: OrderReleaseRecord): OrderReleaseDTO {
  return {
    id: release.id,
    order_id: release.order_id,
    kind: release.kind,
    status: release.status,
    currency_code: release.currency_code,
    authorized: release.authorized,
    released: release.released,
    capture_amount: release.capture_amount,
    lines: release.lines,
    kept_lines: release.kept_lines,
    payments: release.payments.map((payment) => ({
      id: payment.id,
      payment_id: payment.payment_id,
      provider_id: payment.provider_id,
      action: payment.action,
      authorized: payment.authorized,
      released: payment.released,
      capture_amount: payment.capture_amount,
      status: payment.status,
      failure_code: payment.failure_code,
      failure_reason: payment.failure_reason,
      attempts: payment.attempts,
    })),
    note: release.note,
    created_by: release.created_by,
    created_at: release.created_at,
    booked_at: release.booked_at,
  }
}
