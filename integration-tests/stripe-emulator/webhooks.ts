import Stripe from "stripe"
import type { AccountState } from "./state"
import { API_VERSION, hasRefundEvents } from "./versions"

export type WebhookEndpoint = {
  url: string
  secret: string
  apiVersion?: string
  enabledEvents?: string[]
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
    const payload = JSON.stringify({
      ...event,
      api_version: endpoint.apiVersion ?? event.api_version,
    })
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

function wants(endpoint: WebhookEndpoint, type: string): boolean {
  const { apiVersion = API_VERSION, enabledEvents } = endpoint
  return (
    (hasRefundEvents(apiVersion) || !type.startsWith("refund.")) &&
    (!enabledEvents ||
      enabledEvents.includes("*") ||
      enabledEvents.includes(type))
  )
}
