import Stripe from "stripe"
import { startStripeEmulator, type StripeEmulator } from "../index"

export type Lab = {
  emulator: StripeEmulator
  stripe: Stripe
  /** A client that repeats as Stripe's default does. */
  retrying: Stripe
}

/** An emulator and the real client, as the plugin uses them. */
export async function openLab(
  options: Parameters<typeof startStripeEmulator>[0] = {}
): Promise<Lab> {
  const emulator = await startStripeEmulator(options)
  const client = (maxNetworkRetries: number) =>
    new Stripe(emulator.apiKey, {
      host: emulator.host,
      port: emulator.port,
      protocol: "http",
      telemetry: false,
      timeout: 400,
      maxNetworkRetries,
    })
  return { emulator, stripe: client(0), retrying: client(2) }
}

/** What a call of the client ended with. */
export async function outcome(call: Promise<unknown>) {
  try {
    return { ok: true as const, value: await call }
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) {
      return { ok: false as const, error }
    }
    throw error
  }
}

/** A payment of 10.00 EUR; the id of its charge. */
export const paidCharge = (
  { emulator }: Lab,
  payment_method = "pm_card_visa"
): string =>
  emulator.control.createPaidPaymentIntent({
    amount: 1000,
    currency: "eur",
    payment_method,
  }).charge.id

/** The types of the events so far, without those that every payment has. */
export const eventTypes = ({ emulator }: Lab): string[] =>
  emulator.control
    .snapshot()
    .events.map(({ type }) => type)
    .filter(
      (type) =>
        !type.startsWith("payment_intent.") &&
        type !== "charge.succeeded" &&
        type !== "charge.updated"
    )

/** What a call was refused with; null when it was not. */
export async function refusal(call: Promise<unknown>) {
  const result = await outcome(call)
  if (result.ok) {
    return null
  }
  const { statusCode, rawType, code, param, message } = result.error
  return { statusCode, rawType, code, param, message }
}

/** The headers of an answer, also of a refusal. */
export async function post(
  { emulator }: Lab,
  path: string,
  body: Record<string, string>,
  key?: string
) {
  const answer = await fetch(`${emulator.url}${path}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${emulator.apiKey}`,
      ...(key ? { "idempotency-key": key } : {}),
    },
    body: new URLSearchParams(body),
  })
  return { status: answer.status, headers: answer.headers }
}
