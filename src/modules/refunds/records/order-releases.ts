import { RecordsPart } from "./records-part"
import { managerOf } from "../database"
import { appendAudit } from "./append-audit"
import { advanceGuard } from "./row-locks"
import { type Row } from "./serialize"
import type { AuditEntry } from "../types"
import type { OrderReleaseStatus } from "../../../types"
import {
  toOrderRelease,
  type OrderReleaseRecord,
  type NewOrderRelease,
  type StoredLines,
} from "../order-release-record"

export type ReleaseEnd = {
  status: OrderReleaseStatus
  booked: boolean
  /** With what stayed on the order. */
  lines?: StoredLines
  audit: AuditEntry
}

const RELATIONS = ["payments"]

/** Releases of authorised money. Every change appends to their audit trail. */
export class OrderReleases extends RecordsPart {
  /** One release with its payments, or null. */
  async find(
    filters: { id: string } | { idempotency_key: string }
  ): Promise<OrderReleaseRecord | null> {
    const [row] = await this.rows.listRefundsOrderReleases(filters, {
      relations: RELATIONS,
      take: 1,
    })
    return row ? toOrderRelease(row as Row) : null
  }

  /** The releases of an order, newest first, and how many there are. */
  async readOfOrder(
    orderId: string,
    { limit, offset }: { limit: number; offset: number }
  ): Promise<[OrderReleaseRecord[], number]> {
    const [rows, count] = await this.rows.listAndCountRefundsOrderReleases(
      { order_id: orderId },
      {
        relations: RELATIONS,
        take: limit,
        skip: offset,
        order: { created_at: "DESC", id: "DESC" },
      }
    )
    return [rows.map((row: Row) => toOrderRelease(row)), count]
  }

  /**
   * Releases that are not finished and were last touched before a moment, and
   * those whose books were written after another: Medusa's own webhook may have
   * written its part at the same moment.
   */
  async listUnfinished(
    before: Date,
    bookedAfter: Date
  ): Promise<{ id: string; order_id: string }[]> {
    return this.rows.listRefundsOrderReleases(
      {
        status: { $ne: "failed" },
        updated_at: { $lt: before },
        $or: [{ booked_at: null }, { booked_at: { $gt: bookedAfter } }],
      },
      { select: ["id", "order_id"], take: 500, order: { updated_at: "ASC" } }
    )
  }

  /**
   * Writes a release, if nothing of the order changed since `version` was read:
   * refunds and releases of one order exclude each other.
   *
   * @returns false when the version moved: read again, plan again
   */
  async reserve(
    version: number,
    { payments, lines, collections, ...release }: NewOrderRelease,
    actor: string
  ): Promise<boolean> {
    return this.transaction(async (context) => {
      const manager = managerOf(context)
      if (!(await advanceGuard(manager, release.order_id, version))) {
        return false
      }
      await this.rows.createRefundsOrderReleases(
        [
          {
            ...release,
            status: "processing",
            lines: { lines },
            collections: { collections },
          },
        ],
        context
      )
      await this.rows.createRefundsOrderReleasePayments(
        payments.map((payment, position) => ({
          ...payment,
          position,
          status: "reserved" as const,
          order_release_id: release.id,
        })),
        context
      )
      await appendAudit(
        { order_release_id: release.id },
        [{ audit: { actor, action: "reserved" }, to: "processing" }],
        context
      )
      return true
    })
  }

  /** Ends a release: what was never asked stays undone. */
  async end(
    id: string,
    { status, booked, lines, audit }: ReleaseEnd
  ): Promise<void> {
    return this.transaction(async (context) => {
      const manager = managerOf(context)
      const [current]: {
        status: OrderReleaseStatus
        booked_at: Date | null
      }[] = await manager.execute(
        `SELECT status, booked_at FROM refunds_order_release WHERE id = ? FOR UPDATE`,
        [id]
      )
      if (!current || (current.status === status && current.booked_at)) {
        return
      }
      const undone: { id: string }[] = await manager.execute(
        `UPDATE refunds_order_release_payment
         SET status = 'undone', updated_at = now()
         WHERE order_release_id = ? AND status = 'reserved' RETURNING id`,
        [id]
      )
      await this.rows.updateRefundsOrderReleases(
        [
          {
            id,
            status,
            ...(lines ? { lines } : {}),
            ...(booked ? { booked_at: new Date() } : {}),
          },
        ],
        context
      )
      await appendAudit(
        { order_release_id: id },
        [
          ...undone.map((payment) => ({
            audit: { ...audit, action: "never_sent" },
            from: "reserved",
            to: "undone",
            request_id: payment.id,
          })),
          { audit, from: current.status, to: status },
        ],
        context
      )
    })
  }

  /**
   * Lets an idempotency key be used anew: the release that it made came to
   * nothing. The audit trail keeps it.
   */
  async freeKey(
    { id, idempotency_key }: Pick<NewOrderRelease, "id" | "idempotency_key">,
    actor: string
  ): Promise<void> {
    return this.transaction(async (context) => {
      await this.rows.updateRefundsOrderReleases(
        [{ id, idempotency_key: null }],
        context
      )
      await appendAudit(
        { order_release_id: id },
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
