import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { acquireOrderLock, releaseOrderLock } from "./order-lock"

/**
 * Does something while no refund of the order changes.
 *
 * @throws refund_in_progress
 */
export async function withOrderLock<Result>(
  container: MedusaContainer,
  order_id: string,
  work: () => Promise<Result>
): Promise<Result> {
  const lock = { order_id, owner_id: `refunds-doctor:${randomUUID()}` }
  await acquireOrderLock(container, lock)
  try {
    return await work()
  } finally {
    await releaseOrderLock(container, lock)
  }
}
