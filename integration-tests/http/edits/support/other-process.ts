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

/**
 * Whoever asks for a lock after the first owner finds it held, and the half
 * minute of waiting for it over.
 *
 * @returns ends it
 */
export function lockAllButFirst(container: MedusaContainer): () => void {
  const locking = container.resolve(Modules.LOCKING)
  const acquire = locking.acquire.bind(locking)
  const now = Date.now.bind(Date)
  let first: string | null | undefined
  let late = 0
  const clock = jest.spyOn(Date, "now").mockImplementation(() => now() + late)
  const lock = jest
    .spyOn(locking, "acquire")
    .mockImplementation(async (keys, args) => {
      first ??= args?.ownerId
      if (args?.ownerId !== first) {
        late += 31_000
        throw new Error("Failed to acquire lock")
      }
      await acquire(keys, args)
    })
  return () => {
    lock.mockRestore()
    clock.mockRestore()
  }
}
