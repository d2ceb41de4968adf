import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import { OrderEdits } from "./order-edits"
import { toOrderRelease, type OrderReleaseRecord } from "./order-release-record"
import type { TransactionContext } from "./row-locks"

type Row = Record<string, unknown>

const RELATIONS = ["payments"]

/** Finds releases of authorised money. */
export class OrderReleaseReads extends OrderEdits {
  /** One release with its payments, or null. */
  @InjectManager()
  async findOrderRelease(
    filters: { id: string } | { idempotency_key: string },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<OrderReleaseRecord | null> {
    const [row] = await this.listOrderReleases(
      filters,
      { relations: RELATIONS, take: 1 },
      context
    )
    return row ? toOrderRelease(row as Row) : null
  }

  /** The releases of an order, newest first, and how many there are. */
  @InjectManager()
  async readOrderReleases(
    orderId: string,
    { limit, offset }: { limit: number; offset: number },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<[OrderReleaseRecord[], number]> {
    const [rows, count] = await this.listAndCountOrderReleases(
      { order_id: orderId },
      {
        relations: RELATIONS,
        take: limit,
        skip: offset,
        order: { created_at: "DESC", id: "DESC" },
      },
      context
    )
    return [rows.map((row: Row) => toOrderRelease(row)), count]
  }

  /** A release of this order that is not finished, or null. */
  @InjectManager()
  async findOpenRelease(
    orderId: string,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<OrderReleaseRecord | null> {
    const [row] = await this.listOrderReleases(
      { order_id: orderId, booked_at: null, status: { $ne: "failed" } },
      { relations: RELATIONS, take: 1 },
      context
    )
    return row ? toOrderRelease(row as Row) : null
  }

  /**
   * Releases that are not finished and were last touched before a moment, and
   * those whose books were written after another: Medusa's own webhook may have
   * written its part at the same moment.
   */
  @InjectManager()
  async listUnfinishedReleases(
    before: Date,
    bookedAfter: Date,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<{ id: string; order_id: string }[]> {
    return this.listOrderReleases(
      {
        status: { $ne: "failed" },
        updated_at: { $lt: before },
        $or: [{ booked_at: null }, { booked_at: { $gt: bookedAfter } }],
      },
      { select: ["id", "order_id"], take: 500, order: { updated_at: "ASC" } },
      context
    )
  }
}
