import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { DeliveryAttempt } from "../../domain"

/** What Medusa knows of messages that were to be sent, by the keys they were sent with. */
export async function sentUnderKeys(
  container: MedusaContainer,
  keys: string[]
): Promise<DeliveryAttempt[]> {
  const filters: object = { idempotency_key: keys }
  const rows = await container
    .resolve(Modules.NOTIFICATION)
    .listNotifications(filters, { take: keys.length })
  return rows.map((row) => ({
    id: row.id,
    key: String(Reflect.get(row, "idempotency_key")),
    status: row.status ?? "pending",
    created_at: new Date(row.created_at).toISOString(),
  }))
}
