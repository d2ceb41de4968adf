import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  STRIPE_API_VERSION,
  stripeClient,
  verifyStripeEvent,
} from "../../stripe"
import { refundsModule } from "../../workflows/common/refunds-module"
import { isOurs } from "./event-types"

/** What became of a delivery. */
export type Received =
  | { verified: false }
  | {
      verified: true
      id: string
      /** False for one that is in the inbox already, or none of our business. */
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
  const ours = isOurs(event.type)
  const isNew = await service.inbox.receive(
    {
      ...event,
      status: ours ? "received" : "ignored",
      reason: ours ? null : "This type of event does not concern refunds.",
    },
    new Date()
  )
  return { verified: true, id: event.id, to_process: isNew && ours }
}
