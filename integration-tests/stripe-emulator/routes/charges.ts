import { missing } from "../errors"
import { list } from "../lists"
import { retrieveCharge } from "../resources/charges"
import { allow } from "../params"
import { createRefund } from "../resources/refunds"
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
  // Older clients refund and look at disputes by the charge.
  [
    "POST",
    "/v1/charges/:id/refunds",
    ({ state, id, params, emit }) =>
      createRefund(state, { ...params, charge: id }, emit),
  ],
  [
    "GET",
    "/v1/charges/:id/dispute",
    ({ state, id }) => {
      const dispute = Object.values(state.data.disputes)
        .filter(({ charge }) => charge === retrieveCharge(state, id).id)
        .at(-1)
      if (!dispute) {
        throw missing("dispute", id, "charge")
      }
      return dispute
    },
  ],
]
