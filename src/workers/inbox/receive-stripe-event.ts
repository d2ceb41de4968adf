import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { StripeRefundState } from "../../domain"
import type { IncomingStripeEvent } from "../../modules/refunds/types"
import {
  STRIPE_API_VERSION,
  stripeClient,
  type StripeEventHint,
  toldRefund,
  verifyStripeEvent,
} from "../../stripe"
import { refundsModule } from "../../workflows/common/refunds-module"
import { findPaymentIds, newRefunds } from "../../workflows/stripe-sync"
import { isOurs } from "./event-types"

/** What became of a delivery. */
export type Received =
  | { verified: false }
  | {
      verified: true
      id: string
      /** False for one that is in the inbox already, or came to its end at once. */
      to_process: boolean
    }

/**
 * Verifies a delivery and commits its event to the inbox. What is not signed by
 * one of the store's secrets leaves nothing behind but a line in the log.
 */
export async function receiveStripeEvent(
  container: MedusaContainer,
  delivery: { body: Buffer; signature: unknown; door: string }
): Promise<Received> {
  const service = refundsModule(container)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { stripe } = service.options
  const event =
    stripe &&
    verifyStripeEvent(
      stripeClient(stripe),
      delivery.body,
      delivery.signature,
      stripe.webhookSecret
    )
  if (!event) {
    logger.warn(
      `A delivery at ${delivery.door} was refused: no webhook secret of this store signed it in the last five minutes.`
    )
    return { verified: false }
  }
  if (event.api_version && event.api_version !== STRIPE_API_VERSION) {
    logger.debug(
      `${event.id} has API version ${event.api_version}; only its ids are used.`
    )
  }
  const end = await endAtOnce(container, event, delivery.body)
  const isNew = await service.inbox.receive(
    { ...event, ...(end ?? { status: "received", reason: null }) },
    new Date()
  )
  return { verified: true, id: event.id, to_process: isNew && !end }
}

/**
 * What ends an event as soon as it has come: it is none of our business, or an
 * echo of our own request. Stripe sends two or three of these for each refund.
 */
async function endAtOnce(
  container: MedusaContainer,
  { type }: StripeEventHint,
  body: Buffer
): Promise<Pick<IncomingStripeEvent, "status" | "reason"> | null> {
  if (!isOurs(type)) {
    const reason = "This type of event does not concern refunds."
    return { status: "ignored", reason }
  }
  const refund = toldRefund(body)
  const isEcho =
    refund &&
    !(await newRefunds(container, [refund])).length &&
    !(await isShared(container, refund))
  return isEcho
    ? { status: "processed", reason: "It says what our records say." }
    : null
}

/** What one payment of an intent gave back is news for the others. */
async function isShared(
  container: MedusaContainer,
  { payment_intent, charge }: StripeRefundState
): Promise<boolean> {
  const ids = [payment_intent, charge].flatMap((id) => id ?? [])
  return (await findPaymentIds(container, ids)).length > 1
}
