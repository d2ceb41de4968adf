import {
  attachMethod,
  detachMethod,
  retrieveMethod,
} from "../resources/payment-methods"
import type { Route } from "./route"

export const PAYMENT_METHOD_ROUTES: Route[] = [
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
