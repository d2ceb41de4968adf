import { RecordsPart } from "./records-part"
import { managerOf } from "../database"
import { appendAudit } from "./append-audit"
import { deriveStatus, lockOrderRefund, RELATIONS } from "./refund-rows"
import {
  RECORDS_OF_ORDER,
  REFUND_BY_ID,
  REFUND_BY_KEY,
} from "./refund-statements"
import { bumpGuard } from "./row-locks"
import { type Row, toOrderRefundRecord } from "./serialize"
import type { AuditEntry } from "../types"
import {
  type Decimal,
  type OrderRecords,
  type OrderRefundRecord,
} from "../../../domain"

/** Order refunds: what is read of them, and what is noted on one. */
export class OrderRefunds extends RecordsPart {
  /** One order refund with its lines and transactions, or null. */
  async find(
    filters: { id: string } | { idempotency_key: string }
  ): Promise<OrderRefundRecord | null> {
    const [row] =
      "id" in filters
        ? await this.query(REFUND_BY_ID, [filters.id])
        : await this.query(REFUND_BY_KEY, [filters.idempotency_key])
    return row ? toOrderRefundRecord(row) : null
  }

  /** Order refunds by filters, with lines and transactions, and how many there are. */
  async listAndCount(
    filters: Record<string, unknown>,
    page: { take: number; skip: number; order: Record<string, "ASC" | "DESC"> }
  ): Promise<[OrderRefundRecord[], number]> {
    const [rows, count] = await this.rows.listAndCountOrderRefunds(filters, {
      relations: RELATIONS,
      ...page,
    })
    return [rows.map((row: Row) => toOrderRefundRecord(row)), count]
  }

  /**
   * Our records of an order, oldest first, and the version that a reservation
   * made from them must still find.
   */
  async readOrderRecords(orderId: string): Promise<OrderRecords> {
    // In one statement: what is written after this read makes `reserve` refuse.
    const [read] = await this.query(RECORDS_OF_ORDER, [orderId, orderId])
    const { guard, order_refunds } = read as {
      guard: { version: number; held: Record<string, Decimal> | null } | null
      order_refunds: Row[]
    }
    return {
      version: guard?.version ?? 0,
      held: guard?.held ?? {},
      order_refunds: order_refunds.map(toOrderRefundRecord),
    }
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
