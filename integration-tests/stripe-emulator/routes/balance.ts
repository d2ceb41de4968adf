import { list } from "../lists"
import { text } from "../params"
import { retrieveBalance } from "../resources/balance"
import {
  retrieveTransaction,
  transactionsOf,
} from "../resources/balance-transactions"
import type { Route } from "./route"

export const BALANCE_ROUTES: Route[] = [
  ["GET", "/v1/balance", ({ state }) => retrieveBalance(state)],
  [
    "GET",
    "/v1/balance_transactions",
    ({ state, params }) =>
      list(transactionsOf(state, text(params, "source")), params, {
        url: "/v1/balance_transactions",
        kind: "balance transaction",
        filters: ["currency", "type"],
        applied: ["source"],
      }),
  ],
  [
    "GET",
    "/v1/balance_transactions/:id",
    ({ state, id }) => retrieveTransaction(state, id),
  ],
]
