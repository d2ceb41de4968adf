import { list } from "../lists"
import { allow } from "../params"
import { retrieveRefund } from "../resources/refund-object"
import {
  cancelRefund,
  createRefund,
  expireRefund,
  updateRefund,
} from "../resources/refunds"
import type { Route } from "./route"

export const REFUND_ROUTES: Route[] = [
  [
    "POST",
    "/v1/refunds",
    ({ state, params, emit }) => createRefund(state, params, emit),
  ],
  [
    "GET",
    "/v1/refunds",
    ({ state, params }) =>
      list(Object.values(state.data.refunds), params, {
        url: "/v1/refunds",
        kind: "refund",
        filters: ["charge", "payment_intent"],
      }),
  ],
  [
    "GET",
    "/v1/refunds/:id",
    ({ state, id, params }) => {
      allow(params, [])
      return retrieveRefund(state, id)
    },
  ],
  [
    "POST",
    "/v1/refunds/:id",
    ({ state, id, params, emit }) => updateRefund(state, id, params, emit),
  ],
  [
    "POST",
    "/v1/refunds/:id/cancel",
    ({ state, id, params, emit }) => cancelRefund(state, id, params, emit),
  ],
  [
    "POST",
    "/v1/test_helpers/refunds/:id/expire",
    ({ state, id, emit }) => expireRefund(state, id, emit),
  ],
]
