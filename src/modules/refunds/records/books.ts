import { RecordsPart } from "./records-part"
import { managerOf } from "../database"
import { appendAudit } from "./append-audit"
import { lockOrderRefund } from "./refund-rows"
import { giveBooksBack, takeBooks, type BooksLease } from "./row-locks"
import type { AuditEntry } from "../types"
import { type RefundTransactionRecord } from "../../../domain"

/** How far Medusa's books follow our records, and who writes them just now. */
export class BooksProgress extends RecordsPart {
  /** Takes the right to write an order's books, if nobody has it. */
  async take(lease: BooksLease & { seconds: number }): Promise<boolean> {
    return this.transaction(async (context) => {
      return await takeBooks(managerOf(context), lease)
    })
  }

  /** Gives the right to write an order's books back. */
  async giveBack(lease: BooksLease): Promise<void> {
    return this.transaction(async (context) => {
      await giveBooksBack(managerOf(context), lease)
    })
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
      const { transactions } = await lockOrderRefund(
        this.rows,
        orderRefundId,
        context
      )
      // News that came while the books were written is for the next time.
      const overtaken = transactions.some(
        ({ id, status }) =>
          input.seen.find((each) => each.id === id)?.status !== status
      )
      const complete = input.complete && !overtaken
      await this.rows.updateRefundTransactions(
        [
          ...input.booked.map((id) => ({ id, booked_at: now })),
          ...input.unbooked.map((id) => ({ id, booked_at: null })),
        ],
        context
      )
      await this.rows.updateOrderRefunds(
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
        await appendAudit(
          this.rows,
          { order_refund_id: orderRefundId },
          [{ audit: { ...audit, details: { booked, unbooked } } }],
          context
        )
      }
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
