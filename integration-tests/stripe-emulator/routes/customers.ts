import { list } from "../lists"
import {
  cashBalanceOf,
  createCustomerBalanceTransaction,
  customerTransactionsOf,
  fundCashBalance,
  retrieveCustomerTransaction,
} from "../resources/customer-balance"
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
  [
    "POST",
    "/v1/customers/:id/balance_transactions",
    ({ state, id, params }) =>
      createCustomerBalanceTransaction(state, id, params),
  ],
  [
    "GET",
    "/v1/customers/:id/balance_transactions",
    ({ state, id, params }) =>
      list(customerTransactionsOf(state, id), params, {
        url: `/v1/customers/${id}/balance_transactions`,
        kind: "customer_balance_transaction",
        filters: ["invoice"],
      }),
  ],
  [
    "GET",
    "/v1/customers/\\w+/balance_transactions/:id",
    ({ state, id }) => retrieveCustomerTransaction(state, id),
  ],
  [
    "GET",
    "/v1/customers/:id/cash_balance",
    ({ state, id }) => cashBalanceOf(state, id),
  ],
  [
    "POST",
    "/v1/test_helpers/customers/:id/fund_cash_balance",
    ({ state, id, params }) => fundCashBalance(state, id, params),
  ],
]
