import { list } from "../lists"
import {
  confirmSetupIntent,
  createSetupIntent,
  retrieveSetupIntent,
} from "../resources/setup-intents"
import type { Route } from "./route"

export const SETUP_INTENT_ROUTES: Route[] = [
  [
    "POST",
    "/v1/setup_intents",
    ({ state, params, emit }) => createSetupIntent(state, params, emit),
  ],
  [
    "GET",
    "/v1/setup_intents",
    ({ state, params }) =>
      list(Object.values(state.data.setupIntents), params, {
        url: "/v1/setup_intents",
        kind: "setupintent",
        filters: ["customer", "payment_method"],
      }),
  ],
  [
    "GET",
    "/v1/setup_intents/:id",
    ({ state, id }) => retrieveSetupIntent(state, id),
  ],
  [
    "POST",
    "/v1/setup_intents/:id/confirm",
    ({ state, id, params, emit }) =>
      confirmSetupIntent(state, id, params, emit),
  ],
]
