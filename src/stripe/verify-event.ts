import type Stripe from "stripe"
import { z } from "@medusajs/framework/zod"
import { idOf } from "./refund-state"

/** What an event tells: whom to ask. Its content is not trusted any further. */
export type StripeEventHint = {
  /** Of a thin event: its snapshot's, so that both are one event. */
  id: string
  /** `refund.created`; a thin event's `v1.refund.created` is the same. */
  type: string
  api_version: string | null
  object_id: string | null
  payment_intent: string | null
  charge: string | null
  /** The idempotency key of the request that caused it. */
  request_key: string | null
}

/** As long as Stripe's own libraries allow. */
const TOLERANCE_SECONDS = 300

/** What a column and its index can hold; Stripe's ids and keys are shorter. */
const text = z
  .string()
  .min(1)
  .max(255)
  .refine((value) => !value.includes("\0"))

const optional = text.nullish().catch(null)

const reference = z
  .union([text, z.object({ id: text })])
  .nullish()
  .catch(null)

const request = z.object({ idempotency_key: optional }).nullish().catch(null)

const eventSchema = z.object({
  id: text,
  type: text,
  snapshot_event: optional,
  api_version: optional,
  request,
  // Thin events have it one level deeper.
  reason: z.object({ request }).nullish().catch(null),
  data: z
    .object({
      object: z.object({
        id: optional,
        object: optional,
        payment_intent: reference,
        charge: reference,
      }),
    })
    .nullish()
    .catch(null),
  related_object: z.object({ id: text, type: optional }).nullish().catch(null),
})

/**
 * Reads an event whose signature one of the secrets made, and nobody else's.
 *
 * @param body the bytes as they came: parsed and written again they differ
 * @returns null for anything that is not such an event
 */
export function verifyStripeEvent(
  stripe: Stripe,
  body: Buffer,
  signature: unknown,
  secrets: readonly string[]
): StripeEventHint | null {
  if (
    typeof signature !== "string" ||
    !isSigned(stripe, body, signature, secrets)
  ) {
    return null
  }
  const parsed = eventSchema.safeParse(parseJson(body))
  if (!parsed.success) {
    return null
  }
  const { id, type, api_version, reason, data, related_object } = parsed.data
  const object = data?.object
  const caused = parsed.data.request ?? reason?.request
  return {
    id: parsed.data.snapshot_event ?? id,
    type: type.replace(/^v1\./, ""),
    api_version: api_version ?? null,
    object_id: object?.id ?? related_object?.id ?? null,
    payment_intent: idOf(object?.payment_intent),
    charge: chargeOf(object) ?? chargeOf(related_object),
    request_key: caused?.idempotency_key ?? null,
  }
}

type About = {
  id?: string | null
  object?: string | null
  type?: string | null
  charge?: string | { id: string } | null
}

/**
 * The charge that an object is, or names. A thin event of type
 * `v1.charge.refunded` is about a charge, and says so by the `type` of its
 * related object; charges of other payment methods than cards start with `py_`.
 */
function chargeOf(about: About | null | undefined): string | null {
  const { id, object, type } = about ?? {}
  const isCharge =
    object === "charge" || type === "charge" || /^(ch|py)_/.test(id ?? "")
  return isCharge ? (id ?? null) : idOf(about?.charge)
}

function isSigned(
  stripe: Stripe,
  body: Buffer,
  signature: string,
  secrets: readonly string[]
): boolean {
  return secrets.some((secret) => {
    try {
      return stripe.webhooks.signature?.verifyHeader(
        body,
        signature,
        secret,
        TOLERANCE_SECONDS
      )
    } catch {
      // Thrown for a wrong signature; the caller logs that no secret fits.
      return false
    }
  })
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"))
  } catch {
    return null
  }
}
