import { setTimeout as wait } from "node:timers/promises"
import Stripe from "stripe"
import type { MedusaContainer } from "@medusajs/framework/types"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import type { HttpClient } from "./refunds-api"
import type { TestStripe } from "./test-stripe"

/** The endpoint of the plugin, and Medusa's own. */
export const DOORS = {
  ours: "/hooks/refunds/stripe",
  medusas: "/hooks/payment/stripe_stripe",
} as const

type Delivery = {
  door?: string
  secret?: string
  /** Seconds. */
  timestamp?: number
  headers?: Record<string, string>
}

/** Sends a payload to the store as Stripe does. */
export function send(
  api: HttpClient,
  payload: string,
  { door = DOORS.ours, secret = "whsec_emulator", ...delivery }: Delivery = {}
): Promise<{ status: number; data: Record<string, unknown> }> {
  const signature = Stripe.webhooks.generateTestHeaderString({
    payload,
    secret,
    timestamp: delivery.timestamp ?? Math.floor(Date.now() / 1000),
  })
  return api.post(door, payload, {
    headers: {
      "content-type": "application/json",
      "stripe-signature": signature,
      ...delivery.headers,
    },
    transformRequest: (data: unknown) => data,
    validateStatus: () => true,
  })
}

/** The events that the emulated account has, as a list of what to deliver. */
export const eventsOf = (stripe: TestStripe): Stripe.Event[] =>
  stripe.control.snapshot().events

/**
 * The same event as a destination for thin events gets it: whom it is about, and
 * which request caused it. Source: the SDK's types (`Events` of API v2).
 */
export function thinOf(event: Stripe.Event, rest: object = {}) {
  const id = String(Reflect.get(event.data.object, "id"))
  const type = String(Reflect.get(event.data.object, "object"))
  const { request } = event
  return {
    id: `${event.id}_thin`,
    object: "v2.core.event",
    type: `v1.${event.type}`,
    created: new Date(event.created * 1000).toISOString(),
    livemode: event.livemode,
    context: null,
    reason: request?.id ? { type: "request", request } : null,
    related_object: { id, type, url: `/v1/${type}s/${id}` },
    ...rest,
  }
}

const inbox = (container: MedusaContainer) =>
  container.resolve<RefundsModuleService>(REFUNDS_MODULE)

/** Waits until every event of the inbox has come to its end. */
export async function inboxSettled(
  container: MedusaContainer,
  atLeast = 0
): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const [, all] = await inbox(container).inbox.listAndCount(
      {},
      { take: 1, skip: 0 }
    )
    const [, open] = await inbox(container).inbox.listAndCount(
      { status: ["received", "processing"] },
      { take: 1, skip: 0 }
    )
    if (open === 0 && all >= atLeast) {
      return
    }
    await wait(50)
  }
  throw new Error("The inbox did not settle.")
}

/** Delivers every event of the account, in order, and waits for what follows. */
export async function deliverAll(
  container: MedusaContainer,
  stripe: TestStripe,
  api: HttpClient,
  delivery: Delivery = {}
): Promise<void> {
  const events = eventsOf(stripe)
  for (const event of events) {
    await send(api, JSON.stringify(event), delivery)
  }
  await inboxSettled(container, events.length)
}
