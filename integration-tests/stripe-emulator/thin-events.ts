import type Stripe from "stripe"

type RelatedObject = Extract<
  Stripe.V2.Core.EventNotification,
  { type: "v1.refund.created" }
>["related_object"]

/** An event notification as it is sent: what it is about, not how that looks. */
export type ThinEvent = Omit<Stripe.V2.Core.EventBase, "context"> & {
  related_object: RelatedObject
}

/** Where an object of a kind is read; the others are only in snapshots. */
const COLLECTIONS: Record<string, string> = {
  charge: "charges",
  customer: "customers",
  dispute: "disputes",
  payment_intent: "payment_intents",
  refund: "refunds",
}

/**
 * The thin event beside a snapshot event: `v1.charge.refunded` is about a
 * charge, `v1.refund.created` and `v1.charge.refund.updated` about a refund.
 * Source: the `stripe` package, resources/V2/Core/Events.d.ts
 *
 * @throws RangeError for objects that the emulator has no thin events about
 */
export function thinEvent(event: Stripe.Event): ThinEvent {
  const { id, object: type } = event.data.object as {
    id: string
    object: string
  }
  const collection = COLLECTIONS[type]
  if (!collection) {
    throw new RangeError(
      `${event.id} is about a ${type}, which has no thin event`
    )
  }
  return {
    id: thinIdOf(event.id),
    object: "v2.core.event",
    type: `v1.${event.type}`,
    created: new Date(event.created * 1000).toISOString(),
    livemode: event.livemode,
    ...reasonOf(event.request),
    related_object: { id, type, url: `/v1/${collection}/${id}` },
    snapshot_event: event.id,
  }
}

/** What Stripe does by itself has no reason. */
function reasonOf(
  request: Stripe.Event.Request | null
): Pick<ThinEvent, "reason"> {
  if (!request?.id) {
    return {}
  }
  const idempotency_key = request.idempotency_key ?? ""
  return {
    reason: { type: "request", request: { id: request.id, idempotency_key } },
  }
}

const thinIdOf = (snapshot: string) => snapshot.replace(/^evt_/, "evt_thin_")

/** The snapshot event that a thin event stands beside. */
export const snapshotIdOf = (thin: string): string =>
  thin.replace(/^evt_thin_/, "evt_")
