import {
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  canTransition,
  hasFailed,
  type NewRefundLine,
  type RefundDetails,
  type RefundTransactionRecord,
  wasTaken,
} from "../../domain"
import { OrderRefundRecords } from "./order-refund-records"
import {
  advanceGuard,
  bumpGuard,
  giveBooksBack,
  lockRefundOf,
  lockTransaction,
  takeBooks,
  transactionManager,
  type BooksLease,
  type TransactionContext,
} from "./row-locks"
import { withDates } from "./serialize"
import type {
  AuditEntry,
  NewTransaction,
  Reservation,
  Transition,
} from "./types"

/**
 * Every change of state of a refund. Each compares the state it expects and
 * appends to the audit trail in the same database transaction.
 */
export class OrderRefundStates extends OrderRefundRecords {
  /**
   * Writes a reservation, if nothing of the order changed since `version` was
   * read. From its commit on every reader counts it.
   *
   * @returns false when the version moved: read again, plan again
   */
  @InjectTransactionManager()
  async reserve(
    version: number,
    reservation: Reservation,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<boolean> {
    const { order_refund, lines, transactions, actor } = reservation
    if (
      !(await advanceGuard(
        transactionManager(context),
        order_refund.order_id,
        version
      ))
    ) {
      return false
    }
    await this.createOrderRefunds(
      [{ ...order_refund, status: "processing" }],
      context
    )
    await this.writeLines(order_refund.id, lines, context)
    await this.writeTransactions(
      order_refund,
      transactions.map((transaction) => ({
        ...transaction,
        status: "reserved",
      })),
      context
    )
    await this.appendEvents(
      order_refund.id,
      [{ audit: { actor, action: "reserved" }, to: "processing" }],
      context
    )
    return true
  }

  /**
   * Moves one transaction to another state, from an expected state only.
   *
   * @returns the transaction as it is now, and whether this call changed it
   */
  @InjectTransactionManager()
  async transition(
    { transaction_id, from, to, patch, audit }: Transition,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<{ changed: boolean; transaction: RefundTransactionRecord }> {
    await lockRefundOf(transactionManager(context), transaction_id)
    const current = await lockTransaction(
      transactionManager(context),
      transaction_id
    )
    if (!from.includes(current.status)) {
      return { changed: false, transaction: current }
    }
    if (current.status !== to && !canTransition(current.status, to)) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `Refund transaction ${transaction_id} cannot go from ${current.status} to ${to}.`
      )
    }
    if (hasFailed(to)) {
      // What it claimed is free again: nobody may plan with older figures.
      await bumpGuard(transactionManager(context), current.order_id)
    }
    const taken = wasTaken({
      from: current.status,
      to,
      gateway_refund_id: patch?.stripe_refund_id,
    })
    const accepted = taken && !current.accepted_at
    await this.updateRefundTransactions(
      [
        {
          id: transaction_id,
          status: to,
          ...(accepted ? { accepted_at: new Date() } : {}),
          ...withDates(patch ?? {}),
        },
      ],
      context
    )
    await this.appendEvents(
      current.order_refund_id,
      [{ audit, from: current.status, to, transaction_id }],
      context
    )
    await this.deriveStatus(
      current.order_refund_id,
      context,
      // A bank reference, say, changes nothing that the books tell.
      current.status === to ? "unchanged" : "to_write"
    )
    return {
      changed: true,
      transaction: await lockTransaction(
        transactionManager(context),
        transaction_id
      ),
    }
  }

  /**
   * Gives a grant back: its lines count no more, and its transactions that were
   * never sent are cancelled. Money that moved, or may have moved, forbids it.
   *
   * @returns whether the grant is released now
   */
  @InjectTransactionManager()
  async release(
    orderRefundId: string,
    audit: AuditEntry,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<boolean> {
    const refund = await this.lockOrderRefund(orderRefundId, context)
    if (
      refund.released_at ||
      refund.transactions.some(
        ({ status, accepted_at }) =>
          accepted_at || !(status === "reserved" || hasFailed(status))
      )
    ) {
      return Boolean(refund.released_at)
    }
    await bumpGuard(transactionManager(context), refund.order_id)
    const reserved = refund.transactions.filter((t) => t.status === "reserved")
    await this.updateRefundTransactions(
      reserved.map(({ id }) => ({ id, status: "canceled" })),
      context
    )
    await this.updateOrderRefunds(
      [{ id: orderRefundId, released_at: new Date() }],
      context
    )
    await this.appendEvents(
      orderRefundId,
      [
        ...reserved.map(({ id }) => ({
          audit,
          from: "reserved",
          to: "canceled",
          transaction_id: id,
        })),
        { audit },
      ],
      context
    )
    await this.deriveStatus(orderRefundId, context, "written")
    if (!refund.transactions.length) {
      // It only wanted to move goods: no transaction says that it was given back.
      await this.updateOrderRefunds(
        [{ id: orderRefundId, status: "canceled" }],
        context
      )
    }
    return true
  }

  /**
   * Lets an idempotency key be used anew: the refund that it made came to
   * nothing. The audit trail keeps it.
   */
  @InjectTransactionManager()
  async freeRefundKey(
    orderRefundId: string,
    actor: string,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<void> {
    const { idempotency_key } = await this.lockOrderRefund(
      orderRefundId,
      context
    )
    await this.updateOrderRefunds(
      [{ id: orderRefundId, idempotency_key: null }],
      context
    )
    await this.appendEvents(
      orderRefundId,
      [{ audit: { actor, action: "key_freed", details: { idempotency_key } } }],
      context
    )
  }

  /** Notes that the goods of a refund moved. One without money is done by that. */
  @InjectTransactionManager()
  async noteGoods(
    orderRefundId: string,
    audit: AuditEntry,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<void> {
    const refund = await this.lockOrderRefund(orderRefundId, context)
    await bumpGuard(transactionManager(context), refund.order_id)
    await this.appendEvents(orderRefundId, [{ audit }], context)
    await this.deriveStatus(orderRefundId, context)
  }

  /**
   * Notes what Medusa's books say now: these transactions are in them, those
   * are not any more. `complete` when nothing is left to write.
   */
  @InjectTransactionManager()
  async markBooked(
    orderRefundId: string,
    input: {
      booked: string[]
      unbooked: string[]
      /** The states that the books were written from. */
      seen: Pick<RefundTransactionRecord, "id" | "status">[]
      complete: boolean
      audit: AuditEntry
    },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<void> {
    const now = new Date()
    const { transactions } = await this.lockOrderRefund(orderRefundId, context)
    // News that came while the books were written is for the next time.
    const overtaken = transactions.some(
      ({ id, status }) =>
        input.seen.find((each) => each.id === id)?.status !== status
    )
    const complete = input.complete && !overtaken
    await this.updateRefundTransactions(
      [
        ...input.booked.map((id) => ({ id, booked_at: now })),
        ...input.unbooked.map((id) => ({ id, booked_at: null })),
      ],
      context
    )
    await this.updateOrderRefunds(
      [
        {
          id: orderRefundId,
          ...(complete ? { booked_at: now } : {}),
        },
      ],
      context
    )
    const { booked, unbooked, audit } = input
    if (booked.length || unbooked.length) {
      await this.appendEvents(
        orderRefundId,
        [{ audit: { ...audit, details: { booked, unbooked } } }],
        context
      )
    }
  }

  /** Takes the right to write an order's books, if nobody has it. */
  @InjectTransactionManager()
  async takeBooks(
    lease: BooksLease & { seconds: number },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<boolean> {
    return await takeBooks(transactionManager(context), lease)
  }

  /** Gives the right to write an order's books back. */
  @InjectTransactionManager()
  async giveBooksBack(
    lease: BooksLease,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<void> {
    await giveBooksBack(transactionManager(context), lease)
  }

  /** Writes the lines of an order refund; what it had before is deleted. */
  protected async writeLines(
    orderRefundId: string,
    lines: NewRefundLine[],
    context: TransactionContext
  ): Promise<void> {
    await this.softDeleteOrderRefundLines(
      { order_refund_id: orderRefundId },
      {},
      context
    )
    await this.createOrderRefundLines(
      lines.map((line, position) => ({
        ...line,
        position,
        tax_lines: { lines: line.tax_lines },
        order_refund_id: orderRefundId,
      })),
      context
    )
  }

  /** Adds transactions to an order refund, after those it has. */
  protected async writeTransactions(
    refund: { id: string; order_id: string; currency_code: string },
    transactions: (NewTransaction &
      Partial<RefundDetails> &
      Record<string, unknown>)[],
    context: TransactionContext,
    position = 0
  ): Promise<void> {
    await this.createRefundTransactions(
      transactions.map((transaction, index) => ({
        ...withDates(transaction),
        position: position + index,
        order_id: refund.order_id,
        currency_code: refund.currency_code,
        order_refund_id: refund.id,
      })),
      context
    )
  }
}
