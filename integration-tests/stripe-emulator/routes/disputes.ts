import { list } from "../lists"
import { closeDispute, updateDispute } from "../resources/dispute-answers"
import { retrieveDispute } from "../resources/dispute-status"
import type { Route } from "./route"

/** The endpoints of disputes. Their evidence decides how they end. */
export const DISPUTE_ROUTES: Route[] = [
  [
    "GET",
    "/v1/disputes",
    ({ state, params }) =>
      list(Object.values(state.data.disputes), params, {
        url: "/v1/disputes",
        kind: "dispute",
        filters: ["charge", "payment_intent"],
      }),
  ],
  ["GET", "/v1/disputes/:id", ({ state, id }) => retrieveDispute(state, id)],
  [
    "POST",
    "/v1/disputes/:id",
    ({ state, id, params, emit }) => updateDispute(state, id, params, emit),
  ],
  [
    "POST",
    "/v1/disputes/:id/close",
    ({ state, id, params, emit }) => closeDispute(state, id, params, emit),
  ],
]
