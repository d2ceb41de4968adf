import { setTimeout as wait } from "node:timers/promises"
import Stripe from "stripe"
import { DOORS } from "../../support/stripe-webhooks"
import type { Lab } from "./lab"
import { intentOf, type Subject } from "./subject"

const ATTEMPTS = 5
const PAUSE_MS = 200

/** Sends one event to the store, again until it answers well, as Stripe does. */
async function deliver({ side, store }: Lab, event: object): Promise<void> {
  const payload = JSON.stringify(event)
  const door = side === "ours" ? DOORS.ours : DOORS.medusas
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
 * gets their ids only; one from before refunds had events of their own gets
 * `charge.refunded` only.
 */
export async function deliverEvents(lab: Lab, subject: Subject): Promise<void> {
  const { call } = subject.cell
  const events = lab.stripe.control
    .snapshot()
    .events.filter((event) => isAbout(event, intentOf(subject)))
    .filter(({ type }) => type.includes("refund"))
  for (const event of events) {
    if (call === "read refund") {
      if (event.type === "refund.created") {
        await deliver(lab, thin(event))
      }
    } else if (call !== "list events" || event.type === "charge.refunded") {
      await deliver(lab, event)
    }
  }
}

const thin = ({ id, type, data, created }: Stripe.Event) => ({
  id,
  object: "v2.core.event",
  type: `v1.${type}`,
  created,
  related_object: { id: String(Reflect.get(data.object, "id")) },
})
