import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
  Modules,
} from "@medusajs/framework/utils"
import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { Logger } from "@medusajs/framework/types"
import { canTransition, orderRefundStatus } from "../../domain"
import {
  OrderRefund,
  OrderRefundEvent,
  OrderRefundGuard,
  OrderRefundLine,
  RefundTransaction,
} from "./models"
import { parseOptions, type ResolvedRefundPluginOptions } from "./options"
import { missingLedgerCalls } from "../../ledger/self-check"
import type { OrderRefundEventDTO } from "../../types"
import {
  advanceGuard,
  lockRefundOf,
  lockRefundRows,
  lockTransaction,
  transactionManager,
  transactionStatuses,
  type TransactionContext,
} from "./row-locks"
import { toAuditEntry, toOrderRefundRecord, type Row } from "./serialize"
import type {
  AuditEntry,
  OrderRefundLedger,
  OrderRefundRecord,
  RefundTransactionRecord,
  Reservation,
  Transition,
} from "./types"

const RELATIONS = ["lines", "transactions"]

/**
 * The plugin's own records: what was granted, which money moves, and the audit
 * trail. Every change of state goes through here, compares the state it expects
 * and appends to the trail in the same database transaction.
 */
export class RefundsModuleService extends MedusaService({
  OrderRefund,
  OrderRefundEvent,
  OrderRefundGuard,
  OrderRefundLine,
  RefundTransaction,
}) {
  readonly options: ResolvedRefundPluginOptions

  /** Medusa calls these when every module is loaded. */
  readonly __hooks = {
    onApplicationStart: async (): Promise<void> => this.checkLedger(),
  }
  private readonly logger_: Logger

  constructor(container: { logger: Logger }, options?: unknown) {
    super(container, options)
    this.logger_ = container.logger
    const parsed = parseOptions(options)
    // The loader has refused bad options already, with the list of fields.
    this.options = parsed.success ? parsed.options : {}
  }

  /** Says at start, not at the first refund, that this Medusa is not supported. */
  private checkLedger(): void {
    const { payment } = MedusaModule.getModuleInstance(Modules.PAYMENT) ?? {}
    const missing = payment ? missingLedgerCalls(payment) : []
    if (missing.length) {
      this.logger_.error(
        `medusa-plugin-refunds: this version of Medusa lacks ${missing.join(", ")}; refunds through the plugin are refused.`
      )
    }
  }

  /**
   * Our records of an order, oldest first, and the version that a reservation
   * made from them must still find.
   */
  @InjectManager()
  async readOrderRefundLedger(
    orderId: string,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<OrderRefundLedger> {
    // The version first: what is written after this read makes `reserve` refuse.
    const [guard] = await this.listOrderRefundGuards(
      { order_id: orderId },
      {},
      context
    )
    const rows = await this.listOrderRefunds(
      { order_id: orderId },
      { relations: RELATIONS, order: { display_id: "ASC" } },
      context
    )
    return {
      version: guard?.version ?? 0,
      order_refunds: rows.map((row: Row) => toOrderRefundRecord(row)),
    }
  }

  /** One order refund with its lines and transactions, or null. */
  @InjectManager()
  async findOrderRefund(
    filters: { id: string } | { idempotency_key: string },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<OrderRefundRecord | null> {
    const [row] = await this.listOrderRefunds(
      filters,
      { relations: RELATIONS, take: 1 },
      context
    )
    return row ? toOrderRefundRecord(row as Row) : null
  }

  /** Order refunds by filters, with lines and transactions, and how many there are. */
  @InjectManager()
  async listAndCountOrderRefundRecords(
    filters: Record<string, unknown>,
    page: { take: number; skip: number; order: Record<string, "ASC" | "DESC"> },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<[OrderRefundRecord[], number]> {
    const [rows, count] = await this.listAndCountOrderRefunds(
      filters,
      { relations: RELATIONS, ...page },
      context
    )
    return [rows.map((row: Row) => toOrderRefundRecord(row)), count]
  }

  /**
   * Order refunds whose money or books are not settled, last touched before a
   * moment, longest waiting first.
   */
  @InjectManager()
  async listUnfinished(
    before: Date,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<{ id: string; order_id: string }[]> {
    return this.listOrderRefunds(
      {
        released_at: null,
        updated_at: { $lt: before },
        $or: [
          { status: "processing" },
          {
            booked_at: null,
            status: { $nin: ["failed", "canceled", "withdrawn"] },
          },
        ],
      },
      { select: ["id", "order_id"], take: 500, order: { updated_at: "ASC" } },
      context
    )
  }

  /** Everything that ever happened to an order refund, oldest first. */
  @InjectManager()
  async readAuditTrail(
    orderRefundId: string,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<OrderRefundEventDTO[]> {
    const rows = await this.listOrderRefundEvents(
      { order_refund_id: orderRefundId },
      { order: { sequence: "ASC" } },
      context
    )
    return rows.map((row: Row) => toAuditEntry(row))
  }

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
    await this.createOrderRefundLines(
      lines.map((line, position) => ({
        ...line,
        position,
        tax_lines: { lines: line.tax_lines },
        order_refund_id: order_refund.id,
      })),
      context
    )
    await this.createRefundTransactions(
      transactions.map((transaction, position) => ({
        ...transaction,
        position,
        status: "reserved",
        order_id: order_refund.order_id,
        currency_code: order_refund.currency_code,
        order_refund_id: order_refund.id,
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
    await this.updateRefundTransactions(
      [{ id: transaction_id, status: to, ...patch }],
      context
    )
    await this.appendEvents(
      current.order_refund_id,
      [{ audit, from: current.status, to, transaction_id }],
      context
    )
    await this.deriveStatus(current.order_refund_id, context)
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
    const unmoved = ["reserved", "failed", "canceled"]
    if (
      refund.released_at ||
      refund.transactions.some(
        (each) => !unmoved.includes(each.status) || each.booked_at
      )
    ) {
      return Boolean(refund.released_at)
    }
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
    await this.deriveStatus(orderRefundId, context)
    return true
  }

  /** Notes that Medusa's books now say what these transactions did. */
  @InjectTransactionManager()
  async markBooked(
    orderRefundId: string,
    input: { transaction_ids: string[]; complete: boolean; audit: AuditEntry },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<void> {
    const booked_at = new Date()
    await this.updateRefundTransactions(
      input.transaction_ids.map((id) => ({ id, booked_at })),
      context
    )
    if (input.complete) {
      await this.updateOrderRefunds([{ id: orderRefundId, booked_at }], context)
    }
    await this.appendEvents(
      orderRefundId,
      [
        {
          audit: {
            ...input.audit,
            details: { transaction_ids: input.transaction_ids },
          },
        },
      ],
      context
    )
  }

  private async lockOrderRefund(
    id: string,
    context: TransactionContext
  ): Promise<OrderRefundRecord> {
    await lockRefundRows(transactionManager(context), id)
    const refund = await this.findOrderRefund({ id }, context)
    if (!refund) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Order refund ${id} does not exist.`
      )
    }
    return refund
  }

  private async deriveStatus(id: string, context: TransactionContext) {
    const statuses = await transactionStatuses(transactionManager(context), id)
    await this.updateOrderRefunds(
      [{ id, status: orderRefundStatus(statuses) }],
      context
    )
  }

  private async appendEvents(
    orderRefundId: string,
    entries: {
      audit: AuditEntry
      from?: string
      to?: string
      transaction_id?: string
    }[],
    context: TransactionContext
  ) {
    await this.createOrderRefundEvents(
      entries.map(({ audit, from, to, transaction_id }) => ({
        order_refund_id: orderRefundId,
        refund_transaction_id: transaction_id ?? null,
        from_status: from ?? null,
        to_status: to ?? null,
        actor: audit.actor,
        action: audit.action,
        stripe_request_id: audit.stripe_request_id ?? null,
        details: audit.details ?? null,
      })),
      context
    )
  }
}
