import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { StripeEventRecord } from "../../modules/refunds/types"
import { refundsModule } from "../order-refund/lib/refunds-module"
import { toError } from "../order-refund/lib/to-error"
import { syncStripePaymentWorkflow } from "../stripe-sync"
import { paymentOfEvents } from "./event-payment"
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
    const told = await service.readSince(events.map(({ id }) => id))
    if (told.size === events.length) {
      await service.finishStripeEvents(events, done)
      return
    }
    const reason = await apply(container, events)
    await (reason
      ? ignore(container, events, reason)
      : service.finishStripeEvents(events, {
          ...done,
          now: new Date(),
          read_at: claimedAt(events),
        }))
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
  refundsModule(container).finishStripeEvents(events, {
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
      "Its processing ended without a word, every time."
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

/** Reads the payment and applies it. A text says why not. */
async function apply(
  container: MedusaContainer,
  events: StripeEventRecord[]
): Promise<string | null> {
  const payment = await paymentOfEvents(container, events)
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
