import type { ToldNews } from "../../../domain"
import { migrationsIn } from "../../refunds/pending-migrations"
import type { SqlValue } from "../../refunds/database"
import type { NoticesDatabase } from "../database"
import { REFUND_NEWS } from "../trails/order-refunds"
import type { NoticeRecord } from "../types"
import { toNotice } from "./serialize"

/** What customers were told, and what could not be told. */
export class NoticeHistory {
  constructor(private readonly database: NoticesDatabase) {}

  /** What a customer was told of a refund, oldest first. */
  async toldOfRefund(orderRefundId: string): Promise<ToldNews[]> {
    const rows = await this.notices(
      "order_refund_id = ? AND state = 'sent' ORDER BY sent_at, id",
      [orderRefundId]
    )
    return rows.map(({ template, about, sent_at }) => ({
      template,
      transactions: about ?? [],
      at: sent_at ?? "",
    }))
  }

  /** Whether anything happened to a refund after an entry of its trail. */
  async isOvertaken(orderRefundId: string, entryId: string): Promise<boolean> {
    const [row] = await this.query(
      `SELECT EXISTS (SELECT 1 FROM refunds_audit_entry entry
         WHERE entry.order_refund_id = ? AND ${REFUND_NEWS}
           AND entry.sequence > (SELECT sequence FROM refunds_audit_entry
             WHERE id = ?)) AS is_overtaken`,
      [orderRefundId, entryId]
    )
    return row?.is_overtaken === true
  }

  /** Everything that the customer of an order is to be told, or was, oldest first. */
  async ofOrder(orderId: string): Promise<NoticeRecord[]> {
    return this.notices("order_id = ? ORDER BY created_at, id", [orderId])
  }

  /** Notices that could not be sent, after one of them. */
  async failed(after: string, limit: number): Promise<NoticeRecord[]> {
    return this.notices("state = 'failed' AND id > ? ORDER BY id LIMIT ?", [
      after,
      limit,
    ])
  }

  /** When the first migration of the module was run. */
  async firstMigration(folder: string): Promise<Date> {
    const names = migrationsIn(folder)
    const [row] = await this.query(
      `SELECT min(executed_at) AS at FROM mikro_orm_migrations
       WHERE name IN (${names.map(() => "?").join(", ")})`,
      names
    )
    return new Date(String(row?.at ?? 0))
  }

  private async notices(
    condition: string,
    values: SqlValue[]
  ): Promise<NoticeRecord[]> {
    const rows = await this.query(
      `SELECT * FROM refunds_notice WHERE deleted_at IS NULL AND ${condition}`,
      values
    )
    return rows.map(toNotice)
  }

  private async query(
    sql: string,
    values: SqlValue[]
  ): Promise<Record<string, unknown>[]> {
    return (await this.database.raw(sql, values)).rows
  }
}
