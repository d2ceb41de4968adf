import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { toError } from "./to-error"

/** As long as an order's lock lasts: who works longer has lost it. */
const DEADLINE_MS = 120_000

/**
 * What a job does for each order, one after the other. One that fails, or never
 * ends, does not keep the others waiting.
 *
 * A call of another payment provider may never end: the Stripe client of Medusa
 * 2.21 (15.12) waits for ever when the connection drops in the middle of an answer
 * (https://github.com/stripe/stripe-node/issues/2814).
 *
 * @param named what is finished, for the log: `Order refund orref_1`
 * @param deadlineMs after so long the next one has its turn
 */
export async function finishEach<Item>(
  container: MedusaContainer,
  items: readonly Item[],
  {
    run,
    named,
  }: { run(item: Item): Promise<unknown>; named(item: Item): string },
  deadlineMs = DEADLINE_MS
): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const item of items) {
    try {
      await within(deadlineMs, run(item))
    } catch (error) {
      logger.error(
        `${named(item)} could not be finished; the next run tries again.`,
        toError(error)
      )
    }
  }
}

/** Rejects when the work has not ended by then. The work itself cannot be stopped. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`It did not end within ${ms / 1000} seconds.`)),
      ms
    )
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
