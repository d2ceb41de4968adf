import { list } from "../lists"
import {
  attachMethod,
  createMethod,
  detachMethod,
  retrieveMethod,
} from "../resources/payment-methods"
import type { Route } from "./route"

export const PAYMENT_METHOD_ROUTES: Route[] = [
  [
    "POST",
    "/v1/payment_methods",
    ({ state, params }) => createMethod(state, params),
  ],
  [
    "GET",
    "/v1/payment_methods",
    ({ state, params }) =>
      list(Object.values(state.data.paymentMethods), params, {
        url: "/v1/payment_methods",
        kind: "PaymentMethod",
        filters: ["customer", "type"],
        applied: ["allow_redisplay"],
      }),
  ],
  [
    "GET",
    "/v1/payment_methods/:id",
    ({ state, id }) => retrieveMethod(state, id),
  ],
  [
    "POST",
    "/v1/payment_methods/:id/attach",
    ({ state, id, params }) => attachMethod(state, id, params),
  ],
  [
    "POST",
    "/v1/payment_methods/:id/detach",
    ({ state, id }) => detachMethod(state, id),
  ],
]
