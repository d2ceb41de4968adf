import type Stripe from "stripe"
import type { Form } from "../form-encoding"
import { list } from "../lists"
import {
  retrieveTaxTransaction,
  reverseTaxTransaction,
} from "../resources/tax-transactions"
import type { Route } from "./route"

/** Its lines only come when they are asked for. */
const shown = (
  { line_items, ...transaction }: Stripe.Tax.Transaction,
  { expand }: Form
) =>
  Array.isArray(expand) && expand.includes("line_items")
    ? { ...transaction, line_items }
    : transaction

/** Stripe Tax, as far as refunds need it. Sales are made by the control. */
export const TAX_ROUTES: Route[] = [
  [
    "POST",
    "/v1/tax/transactions/create_reversal",
    ({ state, params }) => shown(reverseTaxTransaction(state, params), params),
  ],
  [
    "GET",
    "/v1/tax/transactions/:id",
    ({ state, id, params }) => shown(retrieveTaxTransaction(state, id), params),
  ],
  [
    "GET",
    "/v1/tax/transactions/:id/line_items",
    ({ state, id, params }) =>
      list(retrieveTaxTransaction(state, id).line_items?.data ?? [], params, {
        url: `/v1/tax/transactions/${id}/line_items`,
        kind: "line item",
      }),
  ],
]
