import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { StripeEventRecord } from "../../modules/refunds/types"
import { refundsModule } from "../order-refund/lib/refunds-module"
import { toError } from "../order-refund/lib/to-error"
import { syncStripePaymentWorkflow } from "../stripe-sync"
import {
  findPayments,
  type StorePayment,
} from "../stripe-sync/lib/find-payment"
import { isDispute } from "./event-types"
import { eventTarget } from "./event-target"

/** Longer than one sync takes; a worker that died gives its events back then. */
const LEASE_MS = 120_000
const BATCH = 100
const SECOND = 1000
/** After the last of these an event is given up, for a person to see. */
const PAUSES_MS = [5, 30, 120, 600, 3600, 3 * 3600, 6 * 3600].map(
  (seconds) => seconds * SECOND
)

export const MAX_ATTEMPTS = PAUSES_MS.length + 1

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
  const events = await claim(container, { limit: 1 })
  await processPayment(container, events)
  return events.length > 0
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
  await processPayment(
    container,
    await claim(container, { ids: [id], limit: 1 })
  )
}

async function processPayment(
  container: MedusaContainer,
  first: StripeEventRecord[]
): Promise<void> {
  const payment_intent = first[0]?.payment_intent
  const others = async () =>
    payment_intent ? await claim(container, { payment_intent }) : []
  let events = first
  while (events.length) {
    await processGroup(container, [...events, ...(await others())])
    events = await others()
  }
}

const claim = (
  container: MedusaContainer,
  filters: { ids?: string[]; payment_intent?: string; limit?: number }
): Promise<StripeEventRecord[]> =>
  refundsModule(container).claimStripeEvents({
    now: new Date(),
    lease_ms: LEASE_MS,
    limit: BATCH,
    ...filters,
  })

async function processGroup(
  container: MedusaContainer,
  events: StripeEventRecord[]
): Promise<void> {
  const service = refundsModule(container)
  try {
    assertAlive(events)
    const reason = await apply(container, events)
    const status = reason ? "ignored" : "processed"
    await service.finishStripeEvents(events, {
      status,
      reason,
      now: new Date(),
    })
  } catch (error) {
    await postpone(container, events, toError(error))
  }
}

/** The newest decides: old news of a payment gets one more chance with it. */
const attemptsOf = (events: StripeEventRecord[]): number =>
  Math.min(...events.map(({ attempts }) => attempts))

/** An event whose worker dies every time is never postponed, only taken again. */
function assertAlive(events: StripeEventRecord[]): void {
  if (attemptsOf(events) > MAX_ATTEMPTS) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "Its processing ended without a word, every time."
    )
  }
}

async function postpone(
  container: MedusaContainer,
  events: StripeEventRecord[],
  error: Error
): Promise<void> {
  const service = refundsModule(container)
  const attempts = attemptsOf(events)
  const pause = PAUSES_MS[attempts - 1]
  const now = new Date()
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(
      `${events.map(({ id }) => id).join(", ")} could not be processed (attempt ${attempts})${pause ? "" : "; no further attempt is made by itself"}.`,
      error
    )
  await (pause === undefined
    ? service.finishStripeEvents(events, {
        status: "failed",
        reason: error.message,
        now,
      })
    : service.postponeStripeEvents(
        events,
        new Date(now.getTime() + pause),
        error.message
      ))
}

/** What we have a record of is found by it; Medusa has no index for the rest. */
async function paymentOf(
  container: MedusaContainer,
  events: StripeEventRecord[]
): Promise<Pick<StorePayment, "payment_id" | "order_id"> | null> {
  const known = await refundsModule(container).paymentOfStripeObjects(
    events.flatMap(({ object_id }) => object_id ?? [])
  )
  if (known) {
    return known
  }
  const target = await eventTarget(container, events)
  const found = target ? await findPayments(container, [target]) : null
  return (target && found?.get(target)) || null
}

/** Carries out what the events of one payment tell. A text says why not. */
async function apply(
  container: MedusaContainer,
  events: StripeEventRecord[]
): Promise<string | null> {
  const payment = await paymentOf(container, events)
  if (!payment) {
    return "Its payment does not belong to this store."
  }
  if (!payment.order_id) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Payment ${payment.payment_id} does not belong to an order (yet).`
    )
  }
  await syncStripePaymentWorkflow(container).run({
    input: {
      order_id: payment.order_id,
      payment_id: payment.payment_id,
      actor: "stripe",
      disputes: events.some(({ type }) => isDispute(type)),
    },
  })
  return null
}
