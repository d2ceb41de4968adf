import type Stripe from "stripe"
import { invalidParams, invalidRequest, missing } from "../errors"
import type { Emit } from "../events"
import type { Form } from "../form-encoding"
import { integer, mergeMetadata, required, text } from "../params"
import type { AccountState } from "../state"
import { newSession } from "./checkout-object"
import { confirmIntent } from "./confirm-intent"
import { existingCustomer } from "./customers"
import { createIntent } from "./payment-intents"
import { retrieveIntent } from "./intent-status"

/** What is asked for, by lines that bring their price along. */
export function totalOf(params: Form): { amount: number; currency: string } {
  const lines = Array.isArray(params.line_items) ? params.line_items : []
  const priced = lines.map((line) => {
    const form = typeof line === "object" && !Array.isArray(line) ? line : {}
    const data = form.price_data
    if (typeof data !== "object" || Array.isArray(data)) {
      throw invalidParams("The emulator models lines with `price_data` only.", {
        param: "line_items",
      })
    }
    return {
      amount:
        (integer(data, "unit_amount") ?? 0) * (integer(form, "quantity") ?? 1),
      currency: required(data, "currency").toLowerCase(),
    }
  })
  const [first] = priced
  if (!first || priced.some(({ currency }) => currency !== first.currency)) {
    throw invalidParams("Lines must be in one currency.", {
      param: "line_items",
    })
  }
  return {
    amount: priced.reduce((sum, { amount }) => sum + amount, 0),
    currency: first.currency,
  }
}

/** A page of Stripe's on which a customer pays once. */
export function createSession(
  state: AccountState,
  params: Form,
  payment_link: string | null = null
): Stripe.Checkout.Session {
  if (required(params, "mode") !== "payment") {
    throw invalidParams("The emulator models the mode payment only.", {
      param: "mode",
    })
  }
  existingCustomer(state, params)
  const session = newSession(state, {
    ...totalOf(params),
    customer: text(params, "customer") ?? null,
    metadata: mergeMetadata(null, params),
    success_url: text(params, "success_url") ?? null,
    payment_link,
  })
  state.data.checkoutSessions[session.id] = session
  return session
}

export function retrieveSession(
  { data }: AccountState,
  id: string
): Stripe.Checkout.Session {
  const session = data.checkoutSessions[id]
  if (!session) {
    throw missing("checkout session", id, "session")
  }
  return session
}

export function expireSession(
  state: AccountState,
  id: string,
  emit: Emit
): Stripe.Checkout.Session {
  const session = assertOpen(retrieveSession(state, id))
  session.status = "expired"
  session.url = null
  emit("checkout.session.expired", session)
  return session
}

/** The customer pays on the page; a declined card leaves it open. */
export function paySession(
  state: AccountState,
  id: string,
  payment_method: string,
  emit: Emit
): Stripe.Checkout.Session {
  const session = assertOpen(retrieveSession(state, id))
  const intent =
    typeof session.payment_intent === "string"
      ? retrieveIntent(state, session.payment_intent)
      : createIntent(
          state,
          {
            amount: String(session.amount_total),
            currency: String(session.currency),
            ...(session.customer ? { customer: String(session.customer) } : {}),
          },
          emit
        )
  session.payment_intent = intent.id
  confirmIntent(state, intent, { payment_method }, emit)
  session.status = "complete"
  session.payment_status = "paid"
  session.url = null
  emit("checkout.session.completed", session)
  return session
}

function assertOpen(session: Stripe.Checkout.Session) {
  if (session.status !== "open") {
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be used. This Checkout Session has a status of ${String(session.status)}.`
    )
  }
  return session
}
