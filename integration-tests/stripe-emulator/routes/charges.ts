import { list } from "../lists"
import { retrieveCharge } from "../resources/charges"
import { allow } from "../params"
import type { Route } from "./route"

export const CHARGE_ROUTES: Route[] = [
  [
    "GET",
    "/v1/charges",
    ({ state, params }) =>
      list(Object.values(state.data.charges), params, {
        url: "/v1/charges",
        kind: "charge",
        filters: ["customer", "payment_intent"],
      }),
  ],
  [
    "GET",
    "/v1/charges/:id",
    ({ state, id, params }) => {
      allow(params, [])
      return retrieveCharge(state, id)
    },
  ],
  [
    "GET",
    "/v1/charges/:id/refunds",
    ({ state, id, params }) =>
      list(
        Object.values(state.data.refunds).filter(
          ({ charge }) => charge === retrieveCharge(state, id).id
        ),
        params,
        { url: `/v1/charges/${id}/refunds`, kind: "refund" }
      ),
  ],
]
