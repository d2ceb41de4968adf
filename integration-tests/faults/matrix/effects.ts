import type { FaultRule } from "../../stripe-emulator/faults"

type Fault = Pick<FaultRule, "effect" | "ms" | "error">

/** Longer than a store waits for Stripe. */
const SLOW_MS = 2500

/** What can become of a call to Stripe, by the name it has in the report. */
export const EFFECTS = {
  "answer lost": { effect: "timeout_after_accept" },
  "request lost": { effect: "timeout_before" },
  "connection reset before": { effect: "reset_before" },
  "connection reset after": { effect: "reset_after" },
  "half an answer": { effect: "truncate_body" },
  "500, stored": { effect: "500_saved" },
  "500, not stored": { effect: "500_unsaved" },
  "429": { effect: "429" },
  "429, should retry": { effect: "429_should_retry" },
  "409, key in use": { effect: "409" },
  "400, idempotency error": {
    effect: "decline",
    error: {
      status: 400,
      type: "idempotency_error",
      message:
        "Keys for idempotent requests can only be used with the same parameters they were first used with.",
    },
  },
  "too slow": { effect: "slow", ms: SLOW_MS },
} as const satisfies Record<string, Fault>

export type Effect = keyof typeof EFFECTS | "no fault"

export const FAULTY_EFFECTS = Object.keys(EFFECTS) as (keyof typeof EFFECTS)[]

/** Effects that a client's one repeat heals, so that the refund goes on at once. */
export const HEALED_EFFECTS: Effect[] = [
  "answer lost",
  "request lost",
  "connection reset before",
  "connection reset after",
  "409, key in use",
  "500, not stored",
  "429, should retry",
]

/** The fault of an effect, or none. */
export const faultOf = (effect: Effect): Fault | null =>
  effect === "no fault" ? null : EFFECTS[effect]
