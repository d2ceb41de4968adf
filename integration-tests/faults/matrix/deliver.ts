import { setTimeout as wait } from "node:timers/promises"
import Stripe from "stripe"
import { thinEvent } from "../../stripe-emulator/thin-events"
import { DOORS } from "../../support/stripe-webhooks"
import type { Lab } from "./lab"
import { intentOf, isOfOrder, type Subject } from "./subject"

const ATTEMPTS = 5
const PAUSE_MS = 200

/** Sends one event to the store, again until it answers well, as Stripe does. */
async function deliver(
  { side, store }: Lab,
  event: object,
  door: string = side === "ours" ? DOORS.ours : DOORS.medusas
): Promise<void> {
  const payload = JSON.stringify(event)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const answer = await fetch(`${store.address}${door}`, {
      method: "POST",
      body: payload,
      headers: {
        "content-type": "application/json",
        "stripe-signature": Stripe.webhooks.generateTestHeaderString({
          payload,
          secret: "whsec_emulator",
        }),
      },
    }).catch(() => null)
    if (answer?.ok) {
      return
    }
    await wait(PAUSE_MS)
  }
  throw new Error(`The store did not take ${payload.slice(0, 120)}`)
}

const isAbout = (event: Stripe.Event, intent: string): boolean =>
  Reflect.get(event.data.object, "payment_intent") === intent

/**
 * Delivers Stripe's events about an order's refunds. An endpoint for thin events
 * gets what Stripe's types describe; one from before refunds had events of their own gets
 * `charge.refunded` only.
 */
export async function deliverEvents(lab: Lab, subject: Subject): Promise<void> {
  const { call } = subject.cell
  if (call === "edit up" || call === "release part") {
    await deliverPayments(lab, subject)
    return
  }
  const events = lab.stripe.control
    .snapshot()
    .events.filter((event) => isAbout(event, intentOf(subject)))
    .filter(({ type }) => type.includes("refund"))
  for (const event of events) {
    if (call === "read refund" || call === "read void") {
      await deliver(lab, thinEvent(event))
    } else if (call !== "list events" || event.type === "charge.refunded") {
      await deliver(lab, event)
    }
  }
}

/** Medusa's own door: it captures, too, when it hears of a charge. */
async function deliverPayments(lab: Lab, { order }: Subject): Promise<void> {
  const { paymentIntents, events } = lab.stripe.control.snapshot()
  const intents = paymentIntents
    .filter((intent) => isOfOrder(intent, order))
    .map(({ id }) => id)
  for (const event of events) {
    const id = String(Reflect.get(event.data.object, "id"))
    if (event.type === "payment_intent.succeeded" && intents.includes(id)) {
      await deliver(lab, event, DOORS.medusas)
    }
  }
}
