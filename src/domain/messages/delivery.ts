/** One try to send a message, as Medusa's Notification Module wrote it down. */
export type DeliveryAttempt = {
  id: string
  key: string
  status: "pending" | "success" | "failure"
  /** ISO 8601. */
  created_at: string
}

/** What to do about a message now. */
export type Delivery =
  | { do: "nothing"; notification_id: string }
  | { do: "wait"; until: Date }
  | { do: "send"; key: string; note: string | null }

const MINUTE_MS = 60_000
/** No provider takes longer; whoever wrote `pending` is dead by then. */
const PENDING_MS = 15 * MINUTE_MS
const DELAYS = [1, 5, 15, 60, 180, 360, 720, 1440, 1440]

/** As often as a message is tried: four days in all. */
export const DELIVERY_TRIES = DELAYS.length + 1

/**
 * The keys that a message may have been sent with: Medusa never sends under a known
 * key again, so every try has one of its own.
 *
 * @example
 * deliveryKeys("refaud_1", 2) // ["refunds:refaud_1", "refunds:refaud_1:2"]
 */
export const deliveryKeys = (key: string, tries: number): string[] =>
  Array.from({ length: tries }, (_, index) =>
    index ? `refunds:${key}:${index + 1}` : `refunds:${key}`
  )

/**
 * Decides from the tries that were made whether a message is to be sent. One that is
 * `pending` is being sent, or was when its process died: nobody can tell whether the
 * provider has it. After a quarter of an hour it is sent again, since a mail that comes
 * twice is better than one that never comes.
 *
 * @param keys all that the message may be sent with, in their order
 */
export function nextDelivery(
  tries: readonly DeliveryAttempt[],
  keys: readonly string[],
  now: Date
): Delivery {
  const arrived = tries.find(({ status }) => status === "success")
  if (arrived) {
    return { do: "nothing", notification_id: arrived.id }
  }
  const pending = tries.filter(({ status }) => status === "pending")
  const until = Math.max(
    ...pending.map(
      ({ created_at }) => new Date(created_at).getTime() + PENDING_MS
    )
  )
  if (until > now.getTime()) {
    return { do: "wait", until: new Date(until) }
  }
  const key = keys.find((each) => !tries.some((tried) => tried.key === each))
  return key
    ? {
        do: "send",
        key,
        note: pending.length
          ? "Sent again: how the first try ended is not known, so it may have come twice."
          : null,
      }
    : { do: "wait", until: new Date(now.getTime() + MINUTE_MS) }
}

/** When a message that could not be sent is tried again; null: not any more. */
export const retryAt = (tries: number, now: Date): Date | null => {
  const delay = DELAYS[tries - 1]
  return delay === undefined
    ? null
    : new Date(now.getTime() + delay * MINUTE_MS)
}
