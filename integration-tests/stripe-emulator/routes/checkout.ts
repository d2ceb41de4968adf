import { list } from "../lists"
import {
  createSession,
  expireSession,
  retrieveSession,
} from "../resources/checkout-sessions"
import {
  createPaymentLink,
  retrievePaymentLink,
  updatePaymentLink,
} from "../resources/payment-links"
import type { Route } from "./route"

/** Pages on which customers pay. That they do is a control. */
export const CHECKOUT_ROUTES: Route[] = [
  [
    "POST",
    "/v1/checkout/sessions",
    ({ state, params }) => createSession(state, params),
  ],
  [
    "GET",
    "/v1/checkout/sessions",
    ({ state, params }) =>
      list(Object.values(state.data.checkoutSessions), params, {
        url: "/v1/checkout/sessions",
        kind: "checkout session",
        filters: ["customer", "payment_intent", "payment_link", "status"],
      }),
  ],
  [
    "GET",
    "/v1/checkout/sessions/:id",
    ({ state, id }) => retrieveSession(state, id),
  ],
  [
    "POST",
    "/v1/checkout/sessions/:id/expire",
    ({ state, id, emit }) => expireSession(state, id, emit),
  ],
  [
    "POST",
    "/v1/payment_links",
    ({ state, params }) => createPaymentLink(state, params),
  ],
  [
    "GET",
    "/v1/payment_links/:id",
    ({ state, id }) => retrievePaymentLink(state, id),
  ],
  [
    "POST",
    "/v1/payment_links/:id",
    ({ state, id, params }) => updatePaymentLink(state, id, params),
  ],
]
