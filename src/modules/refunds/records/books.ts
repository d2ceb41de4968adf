import { RecordsPart } from "./records-part"
import { auditRows } from "./append-audit"
import { managerOf } from "../database"
import { lockOrderRefund } from "./refund-rows"
import { writeRows } from "./write-rows"
import type { AuditEntry } from "../types"
import { type RefundTransactionRecord } from "../../../domain"

/** The right to write the books of an order. */
type BooksLease = { order_id: string; owner_id: string }

/** How far Medusa's books follow our records, and who writes them just now. */
export class BooksProgress extends RecordsPart {
  /**
   * Takes the right to write an order's books, if nobody has it. The database's
   * clock counts, since processes on several machines ask.
   */
  async take({
    order_id,
    owner_id,
    seconds,
  }: BooksLease & { seconds: number }): Promise<boolean> {
    const until = "now() + make_interval(secs => ?)"
    const taken = await this.query(
      `INSERT INTO refunds_order_guard (order_id, version, books_owner, books_until)
       VALUES (?, 0, ?, ${until})
       ON CONFLICT (order_id) DO UPDATE
       SET books_owner = excluded.books_owner, books_until = excluded.books_until
       WHERE refunds_order_guard.books_until IS NULL
         OR refunds_order_guard.books_until < now()
       RETURNING order_id`,
      [order_id, owner_id, seconds]
    )
    return taken.length === 1
  }

  /** Gives it back, unless it ran out and somebody else has it. */
  async giveBack({ order_id, owner_id }: BooksLease): Promise<void> {
    await this.query(
      `UPDATE refunds_order_guard SET books_owner = NULL, books_until = NULL
       WHERE order_id = ? AND books_owner = ?`,
      [order_id, owner_id]
    )
  }

  /**
   * Notes what Medusa's books say now: these transactions are in them, those
   * are not any more. `complete` when nothing is left to write.
   */
  async markBooked(
    orderRefundId: string,
    input: {
      booked: string[]
      unbooked: string[]
      /** The states that the books were written from. */
      seen: Pick<RefundTransactionRecord, "id" | "status">[]
      complete: boolean
      audit: AuditEntry
    }
  ): Promise<void> {
    return this.transaction(async (context) => {
      const now = new Date()
      const { transactions } = await lockOrderRefund(orderRefundId, context)
      // News that came while the books were written is for the next time.
      const overtaken = transactions.some(
        ({ id, status }) =>
          input.seen.find((each) => each.id === id)?.status !== status
      )
      const complete = input.complete && !overtaken
      const { booked, unbooked, audit } = input
      const mark = (ids: string[], booked_at: Date | null) =>
        ids.map((id) => ({
          update: "refunds_transaction",
          id,
          fields: { booked_at },
        }))
      await writeRows(managerOf(context), [
        ...mark(booked, now),
        ...mark(unbooked, null),
        ...(complete || overtaken
          ? [
              {
                update: "refunds_order_refund",
                id: orderRefundId,
                // Whoever overtook these books may have noted them as complete.
                fields: { booked_at: overtaken ? null : now },
              },
            ]
          : []),
        auditRows(
          { order_refund_id: orderRefundId },
          booked.length || unbooked.length
            ? [{ audit: { ...audit, details: { booked, unbooked } } }]
            : []
        ),
      ])
    })
  }

  /** Notes the version of Medusa's order that the books are settled at. */
  async noteSettled(orderId: string, version: number): Promise<void> {
    await this.rows.updateRefundsOrderGuards({
      selector: { order_id: orderId },
      data: { settled_version: version },
    })
  }

  /** Those of these orders that have refunds, and how far their books are settled. */
  async listRefundedOrders(
    orderIds: string[]
  ): Promise<{ order_id: string; settled_version: number }[]> {
    return orderIds.length
      ? this.rows.listRefundsOrderGuards(
          { order_id: orderIds },
          { select: ["order_id", "settled_version"] }
        )
      : []
  }
}
