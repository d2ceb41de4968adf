import { BALANCE_ROUTES } from "./routes/balance"
import { CHARGE_ROUTES } from "./routes/charges"
import { CHECKOUT_ROUTES } from "./routes/checkout"
import { CUSTOMER_ROUTES } from "./routes/customers"
import { DISPUTE_ROUTES } from "./routes/disputes"
import { EVENT_ROUTES } from "./routes/events"
import { INVOICE_ROUTES } from "./routes/invoices"
import { PAYMENT_INTENT_ROUTES } from "./routes/payment-intents"
import { PAYMENT_METHOD_ROUTES } from "./routes/payment-methods"
import { REFUND_ROUTES } from "./routes/refunds"
import { SETUP_INTENT_ROUTES } from "./routes/setup-intents"
import { TAX_ROUTES } from "./routes/tax"
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
  ...SETUP_INTENT_ROUTES,
  ...TAX_ROUTES,
  ...INVOICE_ROUTES,
  ...CHECKOUT_ROUTES,
]
