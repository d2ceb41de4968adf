import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { isStripeProvider } from "../modules/refunds/options"
import { refundsModule } from "../workflows/common/refunds-module"
import { receiveStripeEvent, workOffStripeEvents } from "../workers/inbox"

type Delivery = {
  /** Without its `pp_`, as the address of Medusa's endpoint has it. */
  provider: string
  payload: {
    rawData: Buffer | { type: "Buffer"; data: number[] } | string
    headers: Record<string, unknown>
  }
}

/**
 * Medusa's own webhook endpoint, so that a store which points Stripe there only
 * ticks more types of events. Medusa has answered 200 by now, whatever came: the
 * signature is verified here. What a crash loses, reconciliation finds.
 */
export default async function paymentWebhookReceivedHandler({
  event,
  container,
}: SubscriberArgs<Delivery>): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  const { provider, payload } = event.data
  const { stripe } = refundsModule(container).options
  // Without a secret nothing can be believed; the log said so at start.
  if (
    !stripe?.webhookSecret.length ||
    !isStripeProvider(stripe, `pp_${provider}`)
  ) {
    return
  }
  const received = await receiveStripeEvent(container, {
    body: bytesOf(payload.rawData),
    signature: payload.headers["stripe-signature"],
    door: `/hooks/payment/${provider}`,
  })
  if (received.verified && received.to_process) {
    await workOffStripeEvents(container)
  }
}

/** An event bus that stores its events turns a Buffer into JSON. */
function bytesOf(raw: Delivery["payload"]["rawData"]): Buffer {
  if (Buffer.isBuffer(raw)) {
    return raw
  }
  return typeof raw === "string"
    ? Buffer.from(raw, "utf8")
    : Buffer.from(raw.data)
}

export const config: SubscriberConfig = { event: "payment.webhook_received" }
