import type Stripe from "stripe"
import { missing } from "../errors"
import type { Form } from "../form-encoding"
import { list } from "../lists"
import { snapshotIdOf, thinEvent } from "../thin-events"
import type { AccountState } from "../state"
import type { Route } from "./route"

const retrieveEvent = ({ data }: AccountState, id: string): Stripe.Event => {
  const event = data.events[id]
  if (!event) {
    throw missing("event", id)
  }
  return event
}

const ofTypes = (params: Form) => (event: Stripe.Event) =>
  (params.type === undefined || event.type === params.type) &&
  (!Array.isArray(params.types) || params.types.includes(event.type))

export const EVENT_ROUTES: Route[] = [
  [
    "GET",
    "/v1/events",
    ({ state, params }) =>
      list(Object.values(state.data.events).filter(ofTypes(params)), params, {
        url: "/v1/events",
        kind: "event",
        applied: ["type", "types", "delivery_success"],
      }),
  ],
  ["GET", "/v1/events/:id", ({ state, id }) => retrieveEvent(state, id)],
  [
    "GET",
    "/v2/core/events/:id",
    ({ state, id }) => thinEvent(retrieveEvent(state, snapshotIdOf(id))),
  ],
]
