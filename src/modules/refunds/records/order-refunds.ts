import { RecordsPart } from "./records-part"
import { managerOf } from "../database"
import { appendAudit } from "./append-audit"
import { fromFitting, type RefundFilters } from "./refund-filters"
import { deriveStatus, lockOrderRefund } from "./refund-rows"
import {
  RECORDS_OF_ORDERS,
  REFUNDS_BY_ID,
  REFUNDS_BY_KEY,
  refundsOf,
} from "./refund-statements"
import { bumpGuard } from "./row-locks"
import { type Row, toOrderRecords, toOrderRefundRecord } from "./serialize"
import { textArray } from "./text-array"
import type { AuditEntry } from "../types"
import { shareReads } from "../../../ledger/share-calls"
import { type OrderRecords, type OrderRefundRecord } from "../../../domain"

/** What a list is in the order of, and what decides among those that are alike. */
const ORDERS = {
  created_at: ["created_at", "id"],
  display_id: ["display_id"],
  status: ["status", "created_at", "id"],
}

/** A part of a list. */
export type RefundPage = {
  take: number
  skip: number
  by: keyof typeof ORDERS
  descending: boolean
}

/** Order refunds: what is read of them, and what is noted on one. */
export class OrderRefunds extends RecordsPart {
  private readonly byId = shareReads(async (ids: readonly string[]) =>
    inOrder(ids, await this.query(REFUNDS_BY_ID, [textArray(ids)]), "id")
  )
  private readonly byKey = shareReads(async (keys: readonly string[]) =>
    inOrder(
      keys,
      await this.query(REFUNDS_BY_KEY, [textArray(keys)]),
      "idempotency_key"
    )
  )
  // In one statement: what is written after this read makes `reserve` refuse.
  private readonly recordsOf = shareReads(
    async (orderIds: readonly string[]) => {
      const rows = await this.query(RECORDS_OF_ORDERS, [textArray(orderIds)])
      const found = new Map(rows.map((row) => [row.order_id, row]))
      return orderIds.map((id) => toOrderRecords(found.get(id) as Row))
    }
  )

  /** One order refund with its lines and transactions, or null. */
  async find(
    filters: { id: string } | { idempotency_key: string }
  ): Promise<OrderRefundRecord | null> {
    return "id" in filters
      ? this.byId(filters.id)
      : this.byKey(filters.idempotency_key)
  }

  /** Order refunds by filters, with lines and transactions. */
  async list(
    filters: RefundFilters,
    { take, skip, by, descending }: RefundPage
  ): Promise<OrderRefundRecord[]> {
    const order = `ORDER BY ${ORDERS[by]
      .map((column) => `refund.${column} ${descending ? "DESC" : "ASC"}`)
      .join(", ")}`
    const { sql, values } = fromFitting(filters)
    // What is skipped needs no lines: they are read for the page alone.
    const page = `(SELECT refund.* ${sql} ${order} LIMIT ? OFFSET ?)`
    const rows = await this.query(`${refundsOf(page)} ${order}`, [
      ...values,
      take,
      skip,
    ])
    return rows.map(toOrderRefundRecord)
  }

  /** How many there are. Reads all of them: nobody needs it who only goes on. */
  async count(filters: RefundFilters): Promise<number> {
    const { sql, values } = fromFitting(filters)
    const [row] = await this.query(`SELECT count(*) AS count ${sql}`, values)
    return Number(row?.count)
  }

  /**
   * Our records of an order, oldest first, and the version that a reservation
   * made from them must still find.
   */
  async readOrderRecords(orderId: string): Promise<OrderRecords> {
    return this.recordsOf(orderId)
  }

  /**
   * Order refunds whose money or books are not settled, last touched before a
   * moment, longest waiting first.
   */
  async listUnfinished(
    before: Date
  ): Promise<{ id: string; order_id: string }[]> {
    return this.rows.listOrderRefunds(
      {
        updated_at: { $lt: before },
        $or: [{ status: "processing" }, { booked_at: null }],
      },
      { select: ["id", "order_id"], take: 500, order: { updated_at: "ASC" } }
    )
  }

  /** Notes that the goods of a refund moved. One without money is done by that. */
  async noteGoods(orderRefundId: string, audit: AuditEntry): Promise<void> {
    return this.transaction(async (context) => {
      const refund = await lockOrderRefund(orderRefundId, context)
      await bumpGuard(managerOf(context), refund.order_id)
      await appendAudit(
        { order_refund_id: orderRefundId },
        [{ audit }],
        context
      )
      await deriveStatus(orderRefundId, context)
    })
  }

  /**
   * Notes that a merchant wants a refund cancelled, before the gateway is asked;
   * or, when it refused, that it goes on.
   */
  async requestCancel(
    orderRefundId: string,
    wanted: boolean,
    audit: AuditEntry
  ): Promise<void> {
    return this.transaction(async (context) => {
      await lockOrderRefund(orderRefundId, context)
      await this.rows.updateOrderRefunds(
        [
          {
            id: orderRefundId,
            cancel_requested_at: wanted ? new Date() : null,
          },
        ],
        context
      )
      await appendAudit(
        { order_refund_id: orderRefundId },
        [{ audit }],
        context
      )
    })
  }

  /**
   * Lets an idempotency key be used anew: the refund that it made came to
   * nothing. The audit trail keeps it.
   */
  async freeKey(orderRefundId: string, actor: string): Promise<void> {
    return this.transaction(async (context) => {
      const { idempotency_key } = await lockOrderRefund(orderRefundId, context)
      await this.rows.updateOrderRefunds(
        [{ id: orderRefundId, idempotency_key: null }],
        context
      )
      await appendAudit(
        { order_refund_id: orderRefundId },
        [
          {
            audit: { actor, action: "key_freed", details: { idempotency_key } },
          },
        ],
        context
      )
    })
  }
}

/** Refunds in the order they were asked for; null where there is none. */
function inOrder(
  asked: readonly string[],
  rows: Row[],
  field: "id" | "idempotency_key"
): (OrderRefundRecord | null)[] {
  const found = new Map(rows.map((row) => [row[field], row]))
  return asked.map((value) => {
    const row = found.get(value)
    return row ? toOrderRefundRecord(row) : null
  })
}
