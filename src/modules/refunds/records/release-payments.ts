import type { ReleasePaymentStatus } from "../../../types"
import { managerOf } from "../database"
import { toReleasePayment } from "../order-release-record"
import type { AuditEntry } from "../types"
import { appendAudit } from "./append-audit"
import { assertTransition } from "./assert-transition"
import { RecordsPart } from "./records-part"
import type { Row } from "./serialize"

/** A change of one payment's state, made only from an expected state. */
export type ReleaseTransition = {
  release_payment_id: string
  from: readonly ReleasePaymentStatus[]
  to: ReleasePaymentStatus
  patch?: Partial<{
    failure_code: string | null
    failure_reason: string | null
    attempts: number
    first_attempt_at: Date
  }>
  audit: AuditEntry
}

/** Payments of releases: each is captured or cancelled by one request. */
export class ReleasePayments extends RecordsPart {
  /**
   * Moves one payment to another state, from an expected state only.
   *
   * @returns whether this call changed it
   */
  async transition({
    release_payment_id: id,
    from,
    to,
    patch,
    audit,
  }: ReleaseTransition): Promise<boolean> {
    return this.transaction(async (context) => {
      const [row]: Row[] = await managerOf(context).execute(
        `SELECT * FROM refunds_order_release_payment WHERE id = ? FOR UPDATE`,
        [id]
      )
      const current = row ? toReleasePayment(row) : null
      if (!current || !from.includes(current.status)) {
        return false
      }
      assertTransition({ kind: current.action, id }, current.status, to)
      await this.rows.updateRefundsOrderReleasePayments(
        [{ id, status: to, ...patch }],
        context
      )
      await appendAudit(
        { order_release_id: current.order_release_id },
        [{ audit, from: current.status, to, request_id: id }],
        context
      )
      return true
    })
  }
}
