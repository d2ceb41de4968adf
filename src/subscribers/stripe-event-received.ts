import type { SubscriberConfig, SubscriberArgs } from "@medusajs/framework"
import {
  STRIPE_EVENT_RECEIVED,
  workOffStripeEvents,
} from "../workflows/stripe-events"

/** Works the inbox off at once. What is lost here, the job finds in it. */
export default async function stripeEventReceivedHandler({
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await workOffStripeEvents(container)
}

export const config: SubscriberConfig = { event: STRIPE_EVENT_RECEIVED }
