import { BALANCE_ROUTES } from "./routes/balance"
import { CHARGE_ROUTES } from "./routes/charges"
import { CUSTOMER_ROUTES } from "./routes/customers"
import { DISPUTE_ROUTES } from "./routes/disputes"
import { EVENT_ROUTES } from "./routes/events"
import { PAYMENT_INTENT_ROUTES } from "./routes/payment-intents"
import { PAYMENT_METHOD_ROUTES } from "./routes/payment-methods"
import { REFUND_ROUTES } from "./routes/refunds"
import type { Route } from "./routes/route"

/** Every endpoint that is modelled. Anything else is a 404, never a guess. */
export const ROUTES: Route[] = [
  ...PAYMENT_INTENT_ROUTES,
  ...CHARGE_ROUTES,
  ...REFUND_ROUTES,
  ...DISPUTE_ROUTES,
  ...BALANCE_ROUTES,
  ...EVENT_ROUTES,
  ...CUSTOMER_ROUTES,
  ...PAYMENT_METHOD_ROUTES,
]
