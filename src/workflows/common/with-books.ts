import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { randomUUID } from "node:crypto"
import { setTimeout as wait } from "node:timers/promises"
import { refundsModule } from "./refunds-module"
import { toError } from "./to-error"

/** Much longer than books take; after a crash the books are free again. */
const LEASE_SECONDS = 30
const WAIT_MS = 5_000
const RETRY_MS = 50

/**
 * Does something while nobody else of ours writes the books of an order. The
 * order's lock says so already where processes share a lock module; Medusa's
 * default holds for one process only.
 *
 * @returns null when another process was at it for too long
 */
export async function withBooks<Result>(
  container: MedusaContainer,
  orderId: string,
  work: () => Promise<Result>
): Promise<Result | null> {
  const service = refundsModule(container)
  const lease = { order_id: orderId, owner_id: randomUUID() }
  const until = Date.now() + WAIT_MS
  while (!(await service.books.take({ ...lease, seconds: LEASE_SECONDS }))) {
    if (Date.now() >= until) {
      return null
    }
    await wait(RETRY_MS)
  }
  try {
    return await work()
  } finally {
    await giveBack(container, lease)
  }
}

/** What was written is written, whatever comes of this. */
async function giveBack(
  container: MedusaContainer,
  lease: { order_id: string; owner_id: string }
): Promise<void> {
  try {
    await refundsModule(container).books.giveBack(lease)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `The right to write the books of ${lease.order_id} could not be given back and ends by itself: ${toError(error).message}`
      )
  }
}
