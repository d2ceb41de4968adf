import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { sendAccessLink } from "../workers/notices"
import { REFUND_ACCESS_ASKED } from "../workflows/refund-requests"

/** Mails a guest the link to their order, if there is one. */
export default async function refundAccessAskedHandler({
  event,
  container,
}: SubscriberArgs<{ display_id: string; email: string }>): Promise<void> {
  await sendAccessLink(container, event.data, new Date())
}

export const config: SubscriberConfig = { event: REFUND_ACCESS_ASKED }
