import type Stripe from "stripe"
import type { AccountState } from "./state"

/** The request that caused an event; null when Stripe itself did. */
export type Cause = { id: string | null; idempotency_key: string | null }

/** Records an event about an object as it is now. */
export type Emit = (
  type: string,
  object: object,
  previous?: Record<string, unknown>
) => void

export const NO_CAUSE: Cause = { id: null, idempotency_key: null }

/** Makes the function that records events of one cause. */
export const eventRecorder =
  (
    state: AccountState,
    apiVersion: string,
    cause: Cause,
    webhooks: {
      /** How many endpoints are told of a type. */
      count: (type: string) => number
      deliver: (event: Stripe.Event) => void
    }
  ): Emit =>
  (type, object, previous) => {
    const event = {
      id: state.id("evt"),
      object: "event",
      api_version: apiVersion,
      created: state.now(),
      data: {
        object: structuredClone(object),
        ...(previous ? { previous_attributes: previous } : {}),
      },
      livemode: false,
      pending_webhooks: webhooks.count(type),
      request: cause,
      type,
    } as Stripe.Event
    state.data.events[event.id] = event
    webhooks.deliver(event)
  }
