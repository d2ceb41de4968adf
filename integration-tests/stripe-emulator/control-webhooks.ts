import type Stripe from "stripe"
import { missing } from "./errors"
import type { AccountState } from "./state"
import { thinEvent, type ThinEvent } from "./thin-events"
import type { WebhookEndpoint, Webhooks } from "./webhooks"

type Parts = {
  state: AccountState
  webhooks: Webhooks
  changed: <Result>(result: Result) => Result
}

/** How events reach the endpoints: when, in which order, how often. */
export function webhookControls({ state, webhooks, changed }: Parts) {
  const known = (id: string): Stripe.Event => {
    const event = state.data.events[id]
    if (!event) {
      throw missing("event", id)
    }
    return event
  }
  return {
    setWebhookMode(mode: "auto" | "hold"): void {
      webhooks.mode = mode
    },
    addWebhook: (endpoint: WebhookEndpoint): void => webhooks.add(endpoint),
    flushWebhooks: (order?: (events: Stripe.Event[]) => Stripe.Event[]) =>
      webhooks.flush(order),
    webhooksSettled: () => webhooks.settled(),
    /** The same event once more, as after an answer that was lost. */
    resendEvent(id: string): Stripe.Event {
      const event = known(id)
      webhooks.deliver(event)
      return event
    },
    /** What a destination of thin events is sent about the same change. */
    thinEventOf: (id: string): ThinEvent => thinEvent(known(id)),
    /** A second event object about the same change. */
    duplicateEvent(id: string): Stripe.Event {
      const event = { ...structuredClone(known(id)), id: state.id("evt") }
      state.data.events[event.id] = event
      webhooks.deliver(event)
      return changed(event)
    },
  }
}
