import type { GatewayOutcome } from "../../domain"

/** Whatever is asked for, an answer is one of three, and each has its duty. */
export type ProviderOutcome =
  | { kind: "accepted" }
  | Extract<GatewayOutcome, { kind: "declined" | "unknown" }>

/**
 * A stored request to a payment provider: to refund, to capture, to cancel, to
 * charge. What differs from kind to kind is here; how one is sent once, and how a
 * lost answer is found out, is the same for all: `submitRequest`, `resolveRequest`.
 *
 * `Told` is what the provider can answer, `Written` what is left when that is
 * written down.
 */
export type ProviderRequest<Told extends ProviderOutcome, Written = void> = {
  /** ISO 8601; null where it was not sent yet. */
  first_attempt_at: string | null
  /**
   * How long the provider knows the idempotency key. Infinite where a repeat
   * does no harm even without one.
   */
  key_lifetime_ms: number
  /**
   * Commits that it is being sent, before it is: `first` as `submitting`,
   * `repeat` as one attempt more.
   *
   * @returns false where it is not to be sent: somebody else moved it
   */
  begin(attempt: "first" | "repeat", now: Date): Promise<boolean>
  /** Sends it, each time with the same content and the same key. */
  send(): Promise<Told>
  /** What became of it, read at the provider; null where it shows no trace. */
  find(): Promise<Told | null>
  /** Writes the answer down, with the change of state. */
  record(outcome: Told | NotExecuted): Promise<Written>
}

/** What is said of a request that is proven never to have been carried out. */
export const NOT_EXECUTED = {
  kind: "declined",
  code: "not_executed",
  message: "The payment provider never carried this out.",
} as const satisfies ProviderOutcome
export type NotExecuted = typeof NOT_EXECUTED

/** Stripe keeps idempotency keys for at least 24 hours; an hour to spare. */
export const STRIPE_KEY_LIFETIME_MS = 23 * 60 * 60 * 1000
