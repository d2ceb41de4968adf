import Stripe from "stripe"
import type { AccountState } from "./state"
import { thinEvent } from "./thin-events"
import { API_VERSION, hasRefundEvents } from "./versions"

export type WebhookEndpoint = {
  url: string
  secret: string
  apiVersion?: string
  /** As Stripe writes them: `refund.created`, of thin events `v1.refund.created`. */
  enabledEvents?: string[]
  /** What is sent: the object as it was, or only which one it is. Default: snapshot. */
  payload?: "snapshot" | "thin"
}

/** Sends events to the endpoints, signed as Stripe signs them. */
export class Webhooks {
  mode: "auto" | "hold" = "auto"
  private held: Stripe.Event[] = []
  private running = new Set<Promise<void>>()

  constructor(
    private readonly state: AccountState,
    private readonly endpoints: WebhookEndpoint[]
  ) {}

  /** Forgets what is held back. The endpoints stay. */
  reset(): void {
    this.mode = "auto"
    this.held = []
  }

  add(endpoint: WebhookEndpoint): void {
    this.endpoints.push(endpoint)
  }

  readonly count = (type: string): number =>
    this.endpoints.filter((endpoint) => wants(endpoint, type)).length

  readonly deliver = (event: Stripe.Event): void => {
    if (this.mode === "hold") {
      this.held.push(event)
      return
    }
    const sent = this.send(event).finally(() => this.running.delete(sent))
    this.running.add(sent)
  }

  /** Sends what was held back, in an order of the caller's choice. */
  async flush(
    order: (events: Stripe.Event[]) => Stripe.Event[] = (events) => events
  ): Promise<void> {
    const events = order(this.held)
    this.held = []
    for (const event of events) {
      await this.send(event)
    }
  }

  /** Waits for everything that is being sent. */
  async settled(): Promise<void> {
    await Promise.all(this.running)
  }

  private async send(event: Stripe.Event): Promise<void> {
    await Promise.all(
      this.endpoints
        .filter((endpoint) => wants(endpoint, event.type))
        .map((endpoint) => this.post(endpoint, event))
    )
  }

  /** One attempt each: what an endpoint misses, reconciliation must find. */
  private async post(
    endpoint: WebhookEndpoint,
    event: Stripe.Event
  ): Promise<void> {
    const payload = JSON.stringify(payloadFor(endpoint, event))
    const signature = Stripe.webhooks.generateTestHeaderString({
      payload,
      secret: endpoint.secret,
      timestamp: this.state.now(),
    })
    try {
      await fetch(endpoint.url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "stripe-signature": signature,
        },
        body: payload,
      })
    } catch (error) {
      process.stderr.write(
        `stripe emulator: ${event.id} did not reach ${endpoint.url}: ${String(error)}\n`
      )
    }
  }
}

const payloadFor = (endpoint: WebhookEndpoint, event: Stripe.Event): object =>
  endpoint.payload === "thin"
    ? thinEvent(event)
    : { ...event, api_version: endpoint.apiVersion ?? event.api_version }

function wants(endpoint: WebhookEndpoint, type: string): boolean {
  const { apiVersion = API_VERSION, enabledEvents, payload } = endpoint
  const isThin = payload === "thin"
  const name = isThin ? `v1.${type}` : type
  return (
    // Thin events have no version.
    (isThin || hasRefundEvents(apiVersion) || !type.startsWith("refund.")) &&
    (!enabledEvents ||
      enabledEvents.includes("*") ||
      enabledEvents.includes(name))
  )
}
