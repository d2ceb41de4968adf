import { RecordsPart } from "./records-part"
import { managerOf } from "../database"
import { appendAudit } from "./append-audit"
import {
  lockOrderRefund,
  deriveStatus,
  writeLines,
  writeTransactions,
} from "./refund-rows"
import { advanceGuard, bumpGuard, isRecorded } from "./row-locks"
import type { AuditEntry, ImportedRefund } from "../types"
import { type Decimal, hasFailed, type NewGrant } from "../../../domain"

/** Refunds that were made without us: recorded as facts, and assigned to lines afterwards. */
export class OutsideRefunds extends RecordsPart {
  /**
   * Records a refund that was made without us.
   *
   * @returns false when it has its record already
   */
  async record({
    order_refund,
    lines,
    transaction,
    audit,
    books_complete,
  }: ImportedRefund): Promise<boolean> {
    return this.transaction(async (context) => {
      const manager = managerOf(context)
      await bumpGuard(manager, order_refund.order_id)
      if (await isRecorded(manager, transaction)) {
        return false
      }
      const revoked_at = transaction.superseded_at
      await this.rows.createOrderRefunds(
        [{ ...order_refund, status: "processing", revoked_at }],
        context
      )
      await writeLines(this.rows, order_refund.id, lines, context)
      await writeTransactions(this.rows, order_refund, [transaction], context)
      await appendAudit(
        { order_refund_id: order_refund.id },
        [{ audit, to: transaction.status, request_id: transaction.id }],
        context
      )
      const lost = hasFailed(transaction.status)
      const booked = Boolean((books_complete && !lost) || revoked_at)
      await deriveStatus(
        order_refund.id,
        context,
        booked ? "written" : "to_write"
      )
      return true
    })
  }

  /** Says what the money of an order refund was for. */
  async assign(
    orderRefundId: string,
    input: { version: number; grant: NewGrant; audit: AuditEntry }
  ): Promise<boolean> {
    return this.transaction(async (context) => {
      const refund = await lockOrderRefund(orderRefundId, context)
      if (
        !(await advanceGuard(
          managerOf(context),
          refund.order_id,
          input.version
        ))
      ) {
        return false
      }
      const { lines, ...amounts } = input.grant
      await writeLines(this.rows, orderRefundId, lines, context)
      await this.rows.updateOrderRefunds(
        [{ id: orderRefundId, ...amounts }],
        context
      )
      await appendAudit(
        { order_refund_id: orderRefundId },
        [{ audit: input.audit }],
        context
      )
      await deriveStatus(orderRefundId, context)
      return true
    })
  }

  /** Notes the credit line that Medusa wrote for its own refund. */
  async noteNativeCredit(
    orderRefundId: string,
    input: { native_credit: string; grant: NewGrant | null; audit: AuditEntry }
  ): Promise<void> {
    return this.transaction(async (context) => {
      await lockOrderRefund(orderRefundId, context)
      const { native_credit, grant, audit } = input
      if (grant) {
        await writeLines(this.rows, orderRefundId, grant.lines, context)
      }
      await this.rows.updateOrderRefunds(
        [{ id: orderRefundId, native_credit }],
        context
      )
      await appendAudit(
        { order_refund_id: orderRefundId },
        [{ audit }],
        context
      )
    })
  }

  /** Notes what a payment has less than its own refunds say. */
  async hold(
    orderId: string,
    paymentId: string,
    amount: Decimal
  ): Promise<void> {
    return this.transaction(async (context) => {
      const manager = managerOf(context)
      await bumpGuard(manager, orderId)
      await manager.execute(
        `UPDATE refunds_order_guard
       SET held = coalesce(held, '{}') || jsonb_build_object(?::text, ?::text)
       WHERE order_id = ?`,
        [paymentId, amount, orderId]
      )
    })
  }
}
