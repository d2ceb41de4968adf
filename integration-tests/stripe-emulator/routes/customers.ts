import { list } from "../lists"
import {
  createCustomer,
  deleteCustomer,
  retrieveCustomer,
  updateCustomer,
} from "../resources/customers"
import { methodsOf } from "../resources/payment-methods"
import type { Route } from "./route"

export const CUSTOMER_ROUTES: Route[] = [
  [
    "POST",
    "/v1/customers",
    ({ state, params }) => createCustomer(state, params),
  ],
  ["GET", "/v1/customers/:id", ({ state, id }) => retrieveCustomer(state, id)],
  [
    "POST",
    "/v1/customers/:id",
    ({ state, id, params }) => updateCustomer(state, id, params),
  ],
  ["DELETE", "/v1/customers/:id", ({ state, id }) => deleteCustomer(state, id)],
  [
    "GET",
    "/v1/customers/:id/payment_methods",
    ({ state, id, params }) =>
      list(methodsOf(state, retrieveCustomer(state, id).id, params), params, {
        url: `/v1/customers/${id}/payment_methods`,
        kind: "PaymentMethod",
        applied: ["type", "allow_redisplay"],
      }),
  ],
]
