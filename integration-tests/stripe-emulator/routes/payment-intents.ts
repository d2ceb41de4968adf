import { list } from "../lists"
import { cancelIntent } from "../resources/cancel-intent"
import { captureIntent } from "../resources/capture-intent"
import { confirmIntent } from "../resources/confirm-intent"
import { allowIntentParams } from "../resources/intent-params"
import { retrieveIntent } from "../resources/intent-status"
import { createIntent, updateIntent } from "../resources/payment-intents"
import { searchIntents } from "../resources/search-intents"
import type { Route } from "./route"

export const PAYMENT_INTENT_ROUTES: Route[] = [
  [
    "POST",
    "/v1/payment_intents",
    ({ state, params, emit, apiVersion }) =>
      createIntent(state, params, emit, apiVersion),
  ],
  [
    "GET",
    "/v1/payment_intents",
    ({ state, params }) =>
      list(Object.values(state.data.paymentIntents), params, {
        url: "/v1/payment_intents",
        kind: "payment_intent",
        filters: ["customer"],
      }),
  ],
  [
    "GET",
    "/v1/payment_intents/search",
    ({ state, params }) => searchIntents(state, params),
  ],
  [
    "GET",
    "/v1/payment_intents/:id",
    ({ state, id }) => retrieveIntent(state, id),
  ],
  [
    "POST",
    "/v1/payment_intents/:id",
    ({ state, id, params }) => updateIntent(state, id, params),
  ],
  [
    "POST",
    "/v1/payment_intents/:id/confirm",
    ({ state, id, params, emit }) => {
      allowIntentParams("confirm", params)
      return confirmIntent(state, retrieveIntent(state, id), params, emit)
    },
  ],
  [
    "POST",
    "/v1/payment_intents/:id/capture",
    ({ state, id, ...asked }) => captureIntent(state, id, asked),
  ],
  [
    "POST",
    "/v1/payment_intents/:id/cancel",
    ({ state, id, ...asked }) => cancelIntent(state, id, asked),
  ],
]
