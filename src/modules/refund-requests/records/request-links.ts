import type { RequestsDatabase } from "../database"

/** By which links an order's customer can be let in. */
export class RequestLinks {
  constructor(private readonly database: RequestsDatabase) {}

  /** The number that a valid link of this order was signed with; 0 to begin with. */
  async versionOf(orderId: string): Promise<number> {
    const [row] = await this.database.query(
      "SELECT link_version FROM refunds_request_order WHERE order_id = ?",
      [orderId]
    )
    return Number(row?.link_version ?? 0)
  }

  /**
   * Makes every link of the order void.
   *
   * @returns the number that new ones are signed with
   */
  async revoke(orderId: string): Promise<number> {
    const [row] = await this.database.query(
      `INSERT INTO refunds_request_order (order_id, link_version) VALUES (?, 1)
       ON CONFLICT (order_id) DO UPDATE
         SET link_version = refunds_request_order.link_version + 1, updated_at = now()
       RETURNING link_version`,
      [orderId]
    )
    return Number(row?.link_version)
  }
}
