import { shareReads, shareWrites } from "../../../ledger/share-calls"
import { managerOf } from "../database"
import { type BooksMark, markAll } from "./mark-booked"
import { RecordsPart } from "./records-part"
import { textArray } from "./text-array"

/** The right to write the books of an order. */
type BooksLease = { order_id: string; owner_id: string }
type NewLease = BooksLease & { seconds: number }

/** How far Medusa's books follow our records, and who writes them just now. */
export class BooksProgress extends RecordsPart {
  private readonly takeTogether = shareReads((leases: readonly NewLease[]) =>
    this.takeAll(leases)
  )
  private readonly giveBackTogether = shareReads(
    async (leases: readonly BooksLease[]) => {
      await this.query(GIVE_BACK, [
        JSON.stringify(leases),
        // PostgreSQL takes the JSON for a hundred rows; of these it knows how many.
        textArray(leases.map(({ order_id }) => order_id)),
      ])
      return leases.map(() => undefined)
    }
  )
  private readonly markTogether = shareWrites(
    (marks: readonly BooksMark[], waits) =>
      this.transaction((context) => markAll(managerOf(context), marks, waits))
  )

  /**
   * Takes the right to write an order's books, if nobody has it. The database's
   * clock counts, since processes on several machines ask.
   */
  async take(lease: NewLease): Promise<boolean> {
    return this.takeTogether(lease)
  }

  /** Gives it back, unless it ran out and somebody else has it. */
  async giveBack(lease: BooksLease): Promise<void> {
    return this.giveBackTogether(lease)
  }

  /**
   * Notes what Medusa's books say now: these transactions are in them, those
   * are not any more. `complete` when nothing is left to write.
   */
  async markBooked(mark: BooksMark): Promise<void> {
    return this.markTogether(mark)
  }

  private async takeAll(leases: readonly NewLease[]): Promise<boolean[]> {
    // Of two that ask for the same order at the same moment the second waits.
    const firsts = leases.filter(
      ({ order_id }, index) =>
        leases.findIndex((other) => other.order_id === order_id) === index
    )
    const rows = await this.query(TAKE, [JSON.stringify(firsts)])
    const taken = new Set(rows.map(({ books_owner }) => books_owner))
    return leases.map(({ owner_id }) => taken.has(owner_id))
  }

  /** Notes that Medusa's books do not say what these refunds did, though they once did. */
  async noteBehind(orderRefundIds: string[]): Promise<void> {
    if (orderRefundIds.length) {
      await this.query(
        `UPDATE refunds_order_refund SET booked_at = NULL, updated_at = now()
         WHERE id IN (${orderRefundIds.map(() => "?").join(", ")})
           AND booked_at IS NOT NULL`,
        orderRefundIds
      )
    }
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

const TAKE = `
  INSERT INTO refunds_order_guard AS guard (order_id, version, books_owner, books_until)
  SELECT order_id, 0, owner_id, now() + make_interval(secs => seconds)
  FROM jsonb_to_recordset(?) AS lease (order_id text, owner_id text, seconds integer)
  ORDER BY order_id
  ON CONFLICT (order_id) DO UPDATE
  SET books_owner = excluded.books_owner, books_until = excluded.books_until
  WHERE guard.books_until IS NULL OR guard.books_until < now()
  RETURNING books_owner`

const GIVE_BACK = `
  WITH mine AS (
    SELECT guard.order_id FROM refunds_order_guard guard
    JOIN jsonb_to_recordset(?) AS lease (order_id text, owner_id text)
      ON guard.order_id = lease.order_id AND guard.books_owner = lease.owner_id
    WHERE guard.order_id = ANY(?)
    ORDER BY guard.order_id FOR NO KEY UPDATE OF guard)
  UPDATE refunds_order_guard guard SET books_owner = NULL, books_until = NULL
  FROM mine WHERE guard.order_id = mine.order_id`
