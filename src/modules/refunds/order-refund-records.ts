import {
  InjectManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import {
  type Decimal,
  type OrderRecords,
  type OrderRefundRecord,
  orderRefundStatus,
} from "../../domain"
import type { OrderRefundEventDTO } from "../../types"
import * as models from "./models"
import {
  lockRefundRows,
  transactionManager,
  transactionStates,
  type TransactionContext,
} from "./row-locks"
import { toAuditEntry, toOrderRefundRecord, type Row } from "./serialize"
import type { AuditEntry } from "./types"

const RELATIONS = ["lines", "transactions"]

/** One entry of the audit trail before it is written. */
export type TrailEntry = {
  audit: AuditEntry
  from?: string
  to?: string
  transaction_id?: string
}

/** Reads the records of refunds, and writes their audit trail. */
export class OrderRefundRecords extends MedusaService(models) {
  /**
   * Our records of an order, oldest first, and the version that a reservation
   * made from them must still find.
   */
  @InjectManager()
  async readOrderRecords(
    orderId: string,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<OrderRecords> {
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
      held: (guard?.held ?? {}) as Record<string, Decimal>,
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
        updated_at: { $lt: before },
        $or: [{ status: "processing" }, { booked_at: null }],
      },
      { select: ["id", "order_id"], take: 500, order: { updated_at: "ASC" } },
      context
    )
  }

  /** Those of these orders that have refunds, and how far their books are settled. */
  @InjectManager()
  async listRefundedOrders(
    orderIds: string[],
    @MedusaContext() context: TransactionContext = {}
  ): Promise<{ order_id: string; settled_version: number }[]> {
    return orderIds.length
      ? this.listOrderRefundGuards(
          { order_id: orderIds },
          { select: ["order_id", "settled_version"] },
          context
        )
      : []
  }

  /** Notes the version of Medusa's order that the books are settled at. */
  @InjectManager()
  async noteSettled(
    orderId: string,
    version: number,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<void> {
    await this.updateOrderRefundGuards(
      { selector: { order_id: orderId }, data: { settled_version: version } },
      context
    )
  }

  /** Everything that ever happened to an order refund, oldest first. */
  @InjectManager()
  async readAuditTrail(
    orderRefundId: string | string[],
    @MedusaContext() context: TransactionContext = {}
  ): Promise<OrderRefundEventDTO[]> {
    const rows = await this.listOrderRefundEvents(
      { order_refund_id: orderRefundId },
      { order: { sequence: "ASC" } },
      context
    )
    return rows.map((row: Row) => toAuditEntry(row))
  }

  /** Locks an order refund with its transactions, and reads it. */
  protected async lockOrderRefund(
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

  /**
   * The status follows from the transactions. When their states change the books
   * have to follow, unless `books` says that nothing is left to write, or that
   * nothing changed which they tell.
   */
  protected async deriveStatus(
    id: string,
    context: TransactionContext,
    books: "to_write" | "written" | "unchanged" = "to_write"
  ): Promise<void> {
    const states = await transactionStates(transactionManager(context), id)
    await this.updateOrderRefunds(
      [
        {
          id,
          status: orderRefundStatus(states),
          ...(books === "unchanged"
            ? {}
            : { booked_at: books === "written" ? new Date() : null }),
        },
      ],
      context
    )
  }

  protected async appendEvents(
    orderRefundId: string,
    entries: TrailEntry[],
    context: TransactionContext
  ): Promise<void> {
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
