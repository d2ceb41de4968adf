import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { setTimeout as wait } from "node:timers/promises"
import { refundError } from "./refund-error"
import { toError } from "./to-error"

/** A held lock of one order. */
export type OrderLock = {
  order_id: string
  owner_id: string
  /** Another workflow took it and gives it back: this one runs inside it. */
  borrowed?: true
}

/** Longer than one call to Stripe with its repeat; renewed before each. */
const EXPIRE_SECONDS = 120
const WAIT_MS = 30_000
const RETRY_MS = 40

/** Medusa's order edits use the order's id as key; the second is ours alone. */
const keys = (orderId: string) => [orderId, `refund:${orderId}`]

/**
 * Takes the lock of an order, or waits for it.
 *
 * @throws refund_in_progress when it is not free within half a minute
 */
export async function acquireOrderLock(
  container: MedusaContainer,
  lock: OrderLock
): Promise<void> {
  const locking = container.resolve(Modules.LOCKING)
  const until = Date.now() + WAIT_MS
  for (;;) {
    try {
      await renewOrderLock(container, lock)
      return
    } catch (error) {
      // A lock that another holds is an error without a code in every provider.
      await locking.release(keys(lock.order_id), { ownerId: lock.owner_id })
      if (Date.now() >= until) {
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .warn(`No lock of ${lock.order_id}: ${toError(error).message}`)
        throw refundError({
          code: "refund_in_progress",
          message: `Another change of ${lock.order_id} is still running. Try again in a moment.`,
        })
      }
    }
    await wait(RETRY_MS)
  }
}

/** Extends a held lock. Fails when somebody else holds it by now. */
export async function renewOrderLock(
  container: MedusaContainer,
  lock: OrderLock
): Promise<void> {
  await container.resolve(Modules.LOCKING).acquire(keys(lock.order_id), {
    ownerId: lock.owner_id,
    expire: EXPIRE_SECONDS,
  })
}

/**
 * Gives a held lock back. A failure is logged: by now the refund has happened or
 * has been undone, and the lock expires by itself.
 */
export async function releaseOrderLock(
  container: MedusaContainer,
  lock: OrderLock
): Promise<void> {
  try {
    await container
      .resolve(Modules.LOCKING)
      .release(keys(lock.order_id), { ownerId: lock.owner_id })
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `The lock of ${lock.order_id} could not be released and expires by itself: ${toError(error).message}`
      )
  }
}
