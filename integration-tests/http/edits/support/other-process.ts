import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

const keysOf = (orderId: string) => [orderId, `refund:${orderId}`]

const OTHER = { ownerId: "another process" }

/** Another process takes the order's lock, as if it had expired. */
export async function takeLock(
  container: MedusaContainer,
  orderId: string
): Promise<void> {
  const locking = container.resolve(Modules.LOCKING)
  await locking.release(keysOf(orderId))
  await locking.acquire(keysOf(orderId), { ...OTHER, expire: 600 })
}

export async function giveLockBack(
  container: MedusaContainer,
  orderId: string
): Promise<void> {
  await container.resolve(Modules.LOCKING).release(keysOf(orderId), OTHER)
}
