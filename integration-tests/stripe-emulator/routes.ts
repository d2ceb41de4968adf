import { DISPUTE_ROUTES } from "./dispute-routes"
import { missing } from "./errors"
import type { Emit } from "./events"
import type { Form } from "./form-encoding"
import { matching, page } from "./lists"
import type { AccountState } from "./state"
import { snapshotIdOf, thinEvent } from "./thin-events"
import {
  createCustomer,
  retrieveCustomer,
  updateCustomer,
} from "./resources/customers"
import {
  cancelIntent,
  captureIntent,
  confirmIntent,
  createIntent,
  retrieveIntent,
  updateIntent,
} from "./resources/payment-intents"
import {
  attachMethod,
  detachMethod,
  methodsOf,
  retrieveMethod,
} from "./resources/payment-methods"
import {
  cancelRefund,
  createRefund,
  expireRefund,
  retrieveCharge,
  retrieveRefund,
  updateRefund,
} from "./resources/refunds"

/** One call of the API: the path's ids, the parameters, and how to tell the world. */
export type Call = {
  state: AccountState
  ids: string[]
  params: Form
  /** The version of the API that the request asks for. */
  apiVersion: string
  emit: Emit
}
export type Route = [
  method: string,
  path: RegExp,
  handle: (call: Call) => object,
]

const id = ({ ids }: Call) => ids[0] ?? ""

const refundsOf = ({ state, params }: Call) =>
  Object.values(state.data.refunds).filter(
    matching(params, "charge", "payment_intent")
  )

/** Every endpoint that is modelled. Anything else is a 404, never a guess. */
export const ROUTES: Route[] = [
  [
    "POST",
    /^\/v1\/payment_intents$/,
    (c) => createIntent(c.state, c.params, c.emit, c.apiVersion),
  ],
  [
    "GET",
    /^\/v1\/payment_intents$/,
    (c) =>
      page(
        Object.values(c.state.data.paymentIntents).filter(
          matching(c.params, "customer")
        ),
        c.params,
        "/v1/payment_intents"
      ),
  ],
  [
    "GET",
    /^\/v1\/payment_intents\/(\w+)$/,
    (c) => retrieveIntent(c.state, id(c)),
  ],
  [
    "POST",
    /^\/v1\/payment_intents\/(\w+)$/,
    (c) => updateIntent(c.state, id(c), c.params),
  ],
  [
    "POST",
    /^\/v1\/payment_intents\/(\w+)\/confirm$/,
    (c) => confirmIntent(c.state, id(c), c.params, c.emit),
  ],
  [
    "POST",
    /^\/v1\/payment_intents\/(\w+)\/capture$/,
    (c) => captureIntent(c.state, id(c), c),
  ],
  [
    "POST",
    /^\/v1\/payment_intents\/(\w+)\/cancel$/,
    (c) => cancelIntent(c.state, id(c), c),
  ],
  [
    "GET",
    /^\/v1\/charges$/,
    (c) =>
      page(
        Object.values(c.state.data.charges).filter(
          matching(c.params, "payment_intent")
        ),
        c.params,
        "/v1/charges"
      ),
  ],
  ["GET", /^\/v1\/charges\/(\w+)$/, (c) => retrieveCharge(c.state, id(c))],
  [
    "GET",
    /^\/v1\/charges\/(\w+)\/refunds$/,
    (c) =>
      page(
        refundsOf({ ...c, params: { charge: id(c) } }),
        c.params,
        `/v1/charges/${id(c)}/refunds`
      ),
  ],
  ["POST", /^\/v1\/refunds$/, (c) => createRefund(c.state, c.params, c.emit)],
  [
    "GET",
    /^\/v1\/refunds$/,
    (c) => page(refundsOf(c), c.params, "/v1/refunds"),
  ],
  ["GET", /^\/v1\/refunds\/(\w+)$/, (c) => retrieveRefund(c.state, id(c))],
  [
    "POST",
    /^\/v1\/refunds\/(\w+)$/,
    (c) => updateRefund(c.state, id(c), c.params, c.emit),
  ],
  [
    "POST",
    /^\/v1\/refunds\/(\w+)\/cancel$/,
    (c) => cancelRefund(c.state, id(c), c.emit),
  ],
  [
    "POST",
    /^\/v1\/test_helpers\/refunds\/(\w+)\/expire$/,
    (c) => expireRefund(c.state, id(c), c.emit),
  ],
  ...DISPUTE_ROUTES,
  [
    "GET",
    /^\/v1\/balance_transactions\/(\w+)$/,
    (c) =>
      found(
        "balance_transaction",
        c.state.data.balanceTransactions[id(c)],
        id(c)
      ),
  ],
  [
    "GET",
    /^\/v1\/balance_transactions$/,
    (c) =>
      page(
        Object.values(c.state.data.balanceTransactions).filter(
          matching(c.params, "source")
        ),
        c.params,
        "/v1/balance_transactions"
      ),
  ],
  [
    "GET",
    /^\/v1\/events\/(\w+)$/,
    (c) => found("event", c.state.data.events[id(c)], id(c)),
  ],
  [
    "GET",
    /^\/v1\/events$/,
    (c) =>
      page(
        Object.values(c.state.data.events).filter(ofTypes(c.params)),
        c.params,
        "/v1/events"
      ),
  ],
  [
    "GET",
    /^\/v2\/core\/events\/(\w+)$/,
    (c) => {
      const snapshot = snapshotIdOf(id(c))
      return thinEvent(found("event", c.state.data.events[snapshot], snapshot))
    },
  ],
  ["POST", /^\/v1\/customers$/, (c) => createCustomer(c.state, c.params)],
  ["GET", /^\/v1\/customers\/(\w+)$/, (c) => retrieveCustomer(c.state, id(c))],
  [
    "POST",
    /^\/v1\/customers\/(\w+)$/,
    (c) => updateCustomer(c.state, id(c), c.params),
  ],
  ["DELETE", /^\/v1\/customers\/(\w+)$/, (c) => deleteCustomer(c)],
  [
    "GET",
    /^\/v1\/customers\/(\w+)\/payment_methods$/,
    (c) =>
      page(
        methodsOf(c.state, retrieveCustomer(c.state, id(c)).id, c.params),
        c.params,
        `/v1/customers/${id(c)}/payment_methods`
      ),
  ],
  [
    "GET",
    /^\/v1\/payment_methods\/(\w+)$/,
    (c) => retrieveMethod(c.state, id(c)),
  ],
  [
    "POST",
    /^\/v1\/payment_methods\/(\w+)\/attach$/,
    (c) => attachMethod(c.state, id(c), c.params),
  ],
  [
    "POST",
    /^\/v1\/payment_methods\/(\w+)\/detach$/,
    (c) => detachMethod(c.state, id(c)),
  ],
]

const ofTypes = (params: Form) => (event: { type: string }) =>
  (params.type === undefined || event.type === params.type) &&
  (!Array.isArray(params.types) || params.types.includes(event.type))

function found<Item extends object>(
  kind: string,
  item: Item | undefined,
  itemId: string
): Item {
  if (!item) {
    throw missing(kind, itemId)
  }
  return item
}

function deleteCustomer(call: Call) {
  const customer = retrieveCustomer(call.state, id(call))
  delete call.state.data.customers[customer.id]
  return { id: customer.id, object: "customer", deleted: true }
}
