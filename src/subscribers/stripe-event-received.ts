import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  processStripeEvent,
  STRIPE_EVENT_RECEIVED,
} from "../workflows/stripe-events"

/** Works an event off at once. What is lost here, the job finds in the inbox. */
export default async function stripeEventReceivedHandler({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await processStripeEvent(container, event.data.id)
}

export const config: SubscriberConfig = { event: STRIPE_EVENT_RECEIVED }
