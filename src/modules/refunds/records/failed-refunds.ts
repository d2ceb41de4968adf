import { RecordsPart } from "./records-part"
import { managerOf, type TransactionContext } from "../database"
import { appendAudit } from "./append-audit"
import {
  lockOrderRefund,
  deriveStatus,
  writeLines,
  writeTransactions,
} from "./refund-rows"
import { advanceGuard, bumpGuard } from "./row-locks"
import type { AuditEntry, Replacement } from "../types"
import {
  type OrderRefundRecord,
  type RefundTransactionRecord,
  hasFailed,
  type NewGrant,
} from "../../../domain"

/** What failed and was not made good. */
const failedOf = ({ transactions, revoked_at }: OrderRefundRecord) =>
  revoked_at
    ? []
    : transactions.filter(
        ({ status, superseded_at }) => hasFailed(status) && !superseded_at
      )

/** What becomes of refunds that failed: tried again, paid another way, taken back. */
export class FailedRefunds extends RecordsPart {
  /**
   * Reserves the money of failed transactions once more.
   *
   * @returns false when the order changed since `version`, or nothing is failed any more
   */
  async retry(
    orderRefundId: string,
    input: { version: number; replacements: Replacement[]; audit: AuditEntry }
  ): Promise<boolean> {
    return this.transaction(async (context) => {
      const refund = await lockOrderRefund(orderRefundId, context)
      const failed = failedOf(refund).map(({ id }) => id)
      const { replacements, version, audit } = input
      const moved = await advanceGuard(
        managerOf(context),
        refund.order_id,
        version
      )
      if (
        !moved ||
        !replacements.every((each) => failed.includes(each.replaces))
      ) {
        return false
      }
      await this.replace(
        refund,
        replacements,
        { status: "reserved" },
        audit,
        context
      )
      return true
    })
  }

  /**
   * Records that failed transactions were paid outside of every provider, or by
   * another refund.
   *
   * @returns false when nothing is failed any more
   */
  async settle(
    orderRefundId: string,
    input: {
      replacements: Replacement[]
      method: "other" | "refund"
      reference: string | null
      now: Date
      audit: AuditEntry
    }
  ): Promise<boolean> {
    return this.transaction(async (context) => {
      const refund = await lockOrderRefund(orderRefundId, context)
      const failed = failedOf(refund).map(({ id }) => id)
      const { replacements, method, reference, now, audit } = input
      if (!replacements.every((each) => failed.includes(each.replaces))) {
        return false
      }
      await bumpGuard(managerOf(context), refund.order_id)
      await this.replace(
        refund,
        replacements,
        { status: "succeeded", method, reference, accepted_at: now },
        audit,
        context
      )
      return true
    })
  }

  /**
   * Takes back what failed. Without a `grant` that is left the whole order
   * refund is released; its lines stay for the record and count no more.
   *
   * @returns false when nothing is failed any more
   */
  async withdraw(
    orderRefundId: string,
    input: { grant: NewGrant | null; audit: AuditEntry }
  ): Promise<boolean> {
    return this.transaction(async (context) => {
      const refund = await lockOrderRefund(orderRefundId, context)
      const failed = failedOf(refund)
      if (!failed.length) {
        return false
      }
      await bumpGuard(managerOf(context), refund.order_id)
      const superseded_at = new Date()
      await this.rows.updateRefundTransactions(
        failed.map(({ id }) => ({ id, superseded_at })),
        context
      )
      if (input.grant) {
        const { lines, ...amounts } = input.grant
        await writeLines(this.rows, orderRefundId, lines, context)
        await this.rows.updateOrderRefunds(
          [{ id: orderRefundId, ...amounts }],
          context
        )
      } else {
        const revoked_at = superseded_at
        await this.rows.updateOrderRefunds(
          [{ id: orderRefundId, revoked_at }],
          context
        )
      }
      await appendAudit(
        { order_refund_id: orderRefundId },
        [{ audit: input.audit }],
        context
      )
      await deriveStatus(orderRefundId, context)
      return true
    })
  }

  private async replace(
    refund: OrderRefundRecord,
    replacements: Replacement[],
    state: Pick<RefundTransactionRecord, "status"> & Record<string, unknown>,
    audit: AuditEntry,
    context: TransactionContext
  ): Promise<void> {
    const superseded_at = new Date()
    await this.rows.updateRefundTransactions(
      replacements.map(({ replaces }) => ({ id: replaces, superseded_at })),
      context
    )
    await writeTransactions(
      this.rows,
      refund,
      replacements.map(({ transaction }) => ({ ...transaction, ...state })),
      context,
      refund.transactions.length
    )
    await appendAudit(
      { order_refund_id: refund.id },
      replacements.map(({ replaces, transaction }) => ({
        audit: { ...audit, details: { ...audit.details, replaces } },
        to: state.status,
        request_id: transaction.id,
      })),
      context
    )
    await deriveStatus(refund.id, context)
  }
}
