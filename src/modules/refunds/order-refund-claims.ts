import {
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import {
  type Decimal,
  hasFailed,
  type NewGrant,
  type OrderRefundRecord,
} from "../../domain"
import { OrderRefundStates } from "./order-refund-states"
import {
  advanceGuard,
  bumpGuard,
  isRecorded,
  transactionManager,
  type TransactionContext,
} from "./row-locks"
import type { AuditEntry, ImportedRefund, Replacement } from "./types"

/** What failed and was not made good. */
const failedOf = ({ transactions, released_at }: OrderRefundRecord) =>
  released_at
    ? []
    : transactions.filter(
        ({ status, superseded_at }) => hasFailed(status) && !superseded_at
      )

/**
 * What happens to a refund after it was made: found at Stripe, retried, paid
 * another way, taken back, assigned to lines.
 */
export class OrderRefundClaims extends OrderRefundStates {
  /**
   * Records a refund that was made without us.
   *
   * @returns false when it has its record already
   */
  @InjectTransactionManager()
  async importRefund(
    { order_refund, lines, transaction, audit, books_complete }: ImportedRefund,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<boolean> {
    const manager = transactionManager(context)
    await bumpGuard(manager, order_refund.order_id)
    if (await isRecorded(manager, transaction)) {
      return false
    }
    const released_at = transaction.superseded_at
    await this.createOrderRefunds(
      [{ ...order_refund, status: "processing", released_at }],
      context
    )
    await this.writeLines(order_refund.id, lines, context)
    await this.writeTransactions(order_refund, [transaction], context)
    await this.appendEvents(
      order_refund.id,
      [{ audit, to: transaction.status, transaction_id: transaction.id }],
      context
    )
    const lost = hasFailed(transaction.status)
    const booked = Boolean((books_complete && !lost) || released_at)
    await this.deriveStatus(
      order_refund.id,
      context,
      booked ? "written" : "to_write"
    )
    return true
  }

  /** Notes what a payment has less than its own refunds say. */
  @InjectTransactionManager()
  async hold(
    orderId: string,
    paymentId: string,
    amount: Decimal,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<void> {
    const manager = transactionManager(context)
    await bumpGuard(manager, orderId)
    await manager.execute(
      `UPDATE order_refund_guard
       SET held = coalesce(held, '{}') || jsonb_build_object(?::text, ?::text)
       WHERE order_id = ?`,
      [paymentId, amount, orderId]
    )
  }

  /**
   * Reserves the money of failed transactions once more.
   *
   * @returns false when the order changed since `version`, or nothing is failed any more
   */
  @InjectTransactionManager()
  async retryFailed(
    orderRefundId: string,
    input: { version: number; replacements: Replacement[]; audit: AuditEntry },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<boolean> {
    const refund = await this.lockOrderRefund(orderRefundId, context)
    const failed = failedOf(refund).map(({ id }) => id)
    const { replacements, version, audit } = input
    const moved = await advanceGuard(
      transactionManager(context),
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
  }

  /**
   * Records that failed transactions were paid outside of every provider, or by
   * another refund.
   *
   * @returns false when nothing is failed any more
   */
  @InjectTransactionManager()
  async settleFailed(
    orderRefundId: string,
    input: {
      replacements: Replacement[]
      method: "other" | "refund"
      reference: string | null
      now: Date
      audit: AuditEntry
    },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<boolean> {
    const refund = await this.lockOrderRefund(orderRefundId, context)
    const failed = failedOf(refund).map(({ id }) => id)
    const { replacements, method, reference, now, audit } = input
    if (!replacements.every((each) => failed.includes(each.replaces))) {
      return false
    }
    await bumpGuard(transactionManager(context), refund.order_id)
    await this.replace(
      refund,
      replacements,
      { status: "succeeded", method, reference, accepted_at: now },
      audit,
      context
    )
    return true
  }

  /**
   * Takes back what failed. Without a `grant` that is left the whole order
   * refund is released; its lines stay for the record and count no more.
   *
   * @returns false when nothing is failed any more
   */
  @InjectTransactionManager()
  async withdrawFailed(
    orderRefundId: string,
    input: { grant: NewGrant | null; audit: AuditEntry },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<boolean> {
    const refund = await this.lockOrderRefund(orderRefundId, context)
    const failed = failedOf(refund)
    if (!failed.length) {
      return false
    }
    await bumpGuard(transactionManager(context), refund.order_id)
    const superseded_at = new Date()
    await this.updateRefundTransactions(
      failed.map(({ id }) => ({ id, superseded_at })),
      context
    )
    if (input.grant) {
      const { lines, ...amounts } = input.grant
      await this.writeLines(orderRefundId, lines, context)
      await this.updateOrderRefunds(
        [{ id: orderRefundId, ...amounts }],
        context
      )
    } else {
      const released_at = superseded_at
      await this.updateOrderRefunds(
        [{ id: orderRefundId, released_at }],
        context
      )
    }
    await this.appendEvents(orderRefundId, [{ audit: input.audit }], context)
    await this.deriveStatus(orderRefundId, context)
    return true
  }

  /** Says what the money of an order refund was for. */
  @InjectTransactionManager()
  async assignLines(
    orderRefundId: string,
    input: { version: number; grant: NewGrant; audit: AuditEntry },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<boolean> {
    const refund = await this.lockOrderRefund(orderRefundId, context)
    if (
      !(await advanceGuard(
        transactionManager(context),
        refund.order_id,
        input.version
      ))
    ) {
      return false
    }
    const { lines, ...amounts } = input.grant
    await this.writeLines(orderRefundId, lines, context)
    await this.updateOrderRefunds([{ id: orderRefundId, ...amounts }], context)
    await this.appendEvents(orderRefundId, [{ audit: input.audit }], context)
    await this.deriveStatus(orderRefundId, context)
    return true
  }

  /** Notes the credit line that Medusa wrote for its own refund. */
  @InjectTransactionManager()
  async noteNativeCredit(
    orderRefundId: string,
    input: { native_credit: string; grant: NewGrant | null; audit: AuditEntry },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<void> {
    await this.lockOrderRefund(orderRefundId, context)
    const { native_credit, grant, audit } = input
    if (grant) {
      await this.writeLines(orderRefundId, grant.lines, context)
    }
    await this.updateOrderRefunds(
      [{ id: orderRefundId, native_credit }],
      context
    )
    await this.appendEvents(orderRefundId, [{ audit }], context)
  }

  /**
   * Notes that a merchant wants a refund cancelled, before the gateway is asked;
   * or, when it refused, that it goes on.
   */
  @InjectTransactionManager()
  async requestCancel(
    orderRefundId: string,
    wanted: boolean,
    audit: AuditEntry,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<void> {
    await this.lockOrderRefund(orderRefundId, context)
    await this.updateOrderRefunds(
      [{ id: orderRefundId, cancel_requested_at: wanted ? new Date() : null }],
      context
    )
    await this.appendEvents(orderRefundId, [{ audit }], context)
  }

  private async replace(
    refund: OrderRefundRecord,
    replacements: Replacement[],
    state: Record<string, unknown> & { status: string },
    audit: AuditEntry,
    context: TransactionContext
  ): Promise<void> {
    const superseded_at = new Date()
    await this.updateRefundTransactions(
      replacements.map(({ replaces }) => ({ id: replaces, superseded_at })),
      context
    )
    await this.writeTransactions(
      refund,
      replacements.map(({ transaction }) => ({ ...transaction, ...state })),
      context,
      refund.transactions.length
    )
    await this.appendEvents(
      refund.id,
      replacements.map(({ replaces, transaction }) => ({
        audit: { ...audit, details: { ...audit.details, replaces } },
        to: state.status,
        transaction_id: transaction.id,
      })),
      context
    )
    await this.deriveStatus(refund.id, context)
  }
}
