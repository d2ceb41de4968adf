import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { StripeEventRecord } from "../../modules/refunds/types"
import { refundsModule } from "../../workflows/common/refunds-module"
import { toError } from "../../workflows/common/to-error"
import { syncStripePaymentWorkflow } from "../../workflows/stripe-sync"
import { paymentsOfEvents } from "./event-payment"
import { isDispute } from "./event-types"

const SECOND = 1000
/** After the last of these an event is given up, for a person to see. */
const PAUSES_MS = [5, 30, 120, 600, 3600, 3 * 3600, 6 * 3600].map(
  (seconds) => seconds * SECOND
)

export const MAX_ATTEMPTS = PAUSES_MS.length + 1

/** Carries out what the events of one payment tell, and ends or postpones them. */
export async function processGroup(
  container: MedusaContainer,
  events: StripeEventRecord[]
): Promise<void> {
  const service = refundsModule(container)
  try {
    assertAlive(events)
    const done = { status: "processed", reason: null, now: new Date() } as const
    const told = await service.eventPayments.readSince(
      events.map(({ id }) => id)
    )
    if (told.size === events.length) {
      await service.inbox.finish(events, done)
      return
    }
    const payments = await paymentsOfEvents(container, events)
    if (!payments.length) {
      const reason = "Its payment does not belong to this store."
      await ignore(container, events, reason)
      return
    }
    const unclear = await apply(container, events, payments)
    await reportUnclear(container, events, unclear)
    await service.inbox.finish(
      events.filter(({ object_id }) => !unclear.has(object_id)),
      {
        ...done,
        now: new Date(),
        // What stayed unclear is looked at again with every event.
        ...(unclear.size ? {} : { read_at: claimedAt(events) }),
      }
    )
  } catch (error) {
    await postpone(container, events, toError(error))
  }
}

/** The reading began after the last of them was claimed. */
const claimedAt = (events: StripeEventRecord[]): string =>
  events
    .map(({ updated_at }) => updated_at)
    .sort()
    .at(-1) ?? ""

/** Ends events that are none of our business. */
export const ignore = (
  container: MedusaContainer,
  events: StripeEventRecord[],
  reason: string
): Promise<void> =>
  refundsModule(container).inbox.finish(events, {
    status: "ignored",
    reason,
    now: new Date(),
  })

/** The newest decides: old news of a payment gets one more chance with it. */
const attemptsOf = (events: StripeEventRecord[]): number =>
  Math.min(...events.map(({ attempts }) => attempts))

/** An event whose worker dies every time is never postponed, only taken again. */
function assertAlive(events: StripeEventRecord[]): void {
  if (attemptsOf(events) > MAX_ATTEMPTS) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "Processing stopped without an error in every attempt; the process probably crashed."
    )
  }
}

/** Puts events that could not be processed back, or gives them up. */
export async function postpone(
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
    ? service.inbox.finish(events, {
        status: "failed",
        reason: error.message,
        now,
      })
    : service.inbox.postpone(
        events,
        new Date(now.getTime() + pause),
        error.message
      ))
}

type Unclear = ReadonlyMap<string | null, string>

/**
 * Reads the payments and applies what Stripe says. An intent may serve several.
 *
 * @returns by refund, why it could not be recorded
 */
async function apply(
  container: MedusaContainer,
  events: StripeEventRecord[],
  payments: { payment_id: string; order_id: string | null }[]
): Promise<Unclear> {
  const unclear = new Map<string, string>()
  const paid = payments.flatMap(({ payment_id, order_id }) =>
    order_id ? [{ payment_id, order_id }] : []
  )
  if (!paid.length) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Payment ${payments[0]?.payment_id} does not belong to an order (yet).`
    )
  }
  for (const payment of paid) {
    const { result } = await syncStripePaymentWorkflow(container).run({
      input: {
        ...payment,
        actor: "stripe",
        disputes: events.some(({ type }) => isDispute(type)),
      },
    })
    for (const { stripe_refund_id, message } of result.unclear) {
      unclear.set(stripe_refund_id, message)
    }
  }
  return unclear
}

/** Nothing is guessed: a person finds these events among the failed ones. */
async function reportUnclear(
  container: MedusaContainer,
  events: StripeEventRecord[],
  unclear: Unclear
): Promise<void> {
  for (const event of events) {
    const reason = unclear.get(event.object_id)
    if (reason) {
      await refundsModule(container).inbox.finish([event], {
        status: "failed",
        reason,
        now: new Date(),
      })
    }
  }
}
