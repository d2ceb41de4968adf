import { matching, page } from "./lists"
import { closeDispute, updateDispute } from "./resources/dispute-answers"
import { retrieveDispute } from "./resources/dispute-status"
import type { Route } from "./routes"

/** The endpoints of disputes. Their evidence decides how they end. */
export const DISPUTE_ROUTES: Route[] = [
  [
    "GET",
    /^\/v1\/disputes$/,
    ({ state, params }) =>
      page(
        Object.values(state.data.disputes).filter(
          matching(params, "charge", "payment_intent")
        ),
        params,
        "/v1/disputes"
      ),
  ],
  [
    "GET",
    /^\/v1\/disputes\/(\w+)$/,
    ({ state, ids: [id = ""] }) => retrieveDispute(state, id),
  ],
  [
    "POST",
    /^\/v1\/disputes\/(\w+)$/,
    ({ state, ids: [id = ""], params, emit }) =>
      updateDispute(state, id, params, emit),
  ],
  [
    "POST",
    /^\/v1\/disputes\/(\w+)\/close$/,
    ({ state, ids: [id = ""], params, emit }) =>
      closeDispute(state, id, params, emit),
  ],
]
