import type { MedusaContainer } from "@medusajs/framework/types"
import type { StripeEventRecord } from "../../modules/refunds/types"
import { refundsModule } from "../../workflows/common/refunds-module"
import { toError } from "../../workflows/common/to-error"
import { askForPayment } from "./event-payment"
import { ignore, postpone, processGroup } from "./process-group"

/** Longer than one sync takes; a worker that died gives its events back then. */
const LEASE_MS = 120_000
const BATCH = 100

/**
 * Works off everything that is due, unless enough workers of this process are at
 * it: they go on until nothing is left.
 */
export async function workOffStripeEvents(
  container: MedusaContainer
): Promise<void> {
  await refundsModule(container).inboxWorkers.run(() =>
    processNextStripeEvent(container)
  )
}

/** Works off one event that is due, with all that has come for its payment. */
async function processNextStripeEvent(
  container: MedusaContainer
): Promise<boolean> {
  const [event] = await claim(container, { limit: 1 })
  await (event && processPayment(container, event))
  return Boolean(event)
}

/**
 * Works one event off now, and whatever else has come for its payment: they
 * share one reading of the truth. While another worker is at that payment,
 * there is nothing to do: it takes the event when it is done.
 */
export async function processStripeEvent(
  container: MedusaContainer,
  id: string
): Promise<void> {
  const [event] = await claim(container, { ids: [id], limit: 1 })
  await (event && processPayment(container, event))
}

async function processPayment(
  container: MedusaContainer,
  claimed: StripeEventRecord
): Promise<void> {
  const first = claimed.payment_intent
    ? claimed
    : await joinPayment(container, claimed)
  if (!first) {
    return
  }
  const { payment_intent } = first
  const others = async () =>
    payment_intent ? await claim(container, { payment_intent }) : []
  let events = [first]
  while (events.length) {
    await processGroup(container, [...events, ...(await others())])
    events = await others()
  }
}

/**
 * Finds out which payment a thin event is about, so that it shares the reading
 * of the other events about it.
 *
 * @returns null when there is nothing left to do for this worker
 */
async function joinPayment(
  container: MedusaContainer,
  event: StripeEventRecord
): Promise<StripeEventRecord | null> {
  try {
    const found = await askForPayment(container, event)
    if (!found) {
      await ignore(
        container,
        [event],
        `Stripe shows no ${event.object_id} to this store's key: it is of another account or of the other mode, or was deleted.`
      )
      return null
    }
    const { payment_intent } = found
    const joined =
      !payment_intent ||
      (await refundsModule(container).eventPayments.joinPayment(
        event,
        payment_intent,
        new Date()
      ))
    return joined ? { ...event, ...found } : null
  } catch (error) {
    await postpone(container, [event], toError(error))
    return null
  }
}

const claim = (
  container: MedusaContainer,
  filters: { ids?: string[]; payment_intent?: string; limit?: number }
): Promise<StripeEventRecord[]> =>
  refundsModule(container).inbox.lease({
    now: new Date(),
    lease_ms: LEASE_MS,
    limit: BATCH,
    ...filters,
  })
