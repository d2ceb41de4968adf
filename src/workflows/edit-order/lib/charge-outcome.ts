import type { Decline, IntentState } from "../../../stripe"

/** What the attempt to charge a card came to. */
export type ChargeOutcome =
  /** The money is taken, or on its way from a bank. */
  | { kind: "accepted"; status: "succeeded" | "pending" }
  /** Nothing was taken, and the intent never takes anything any more. */
  | {
      kind: "declined"
      code: string
      message: string
      decline_code?: string | null
      advice_code?: string | null
    }
  /** Stripe could not be asked: look again later. */
  | { kind: "unknown"; code: string; message: string; finished?: false }

const TAKEN: ChargeOutcome = { kind: "accepted", status: "succeeded" }

const declined = (decline: Partial<Decline>): ChargeOutcome => ({
  kind: "declined",
  code: decline.code ?? "provider_declined",
  message: decline.message ?? "The card was not charged.",
  decline_code: decline.decline_code ?? null,
  advice_code: decline.advice_code ?? null,
})

/**
 * Tells what became of an intent. One that took nothing, or does not say, is
 * cancelled: else it could be paid later, beside what the customer is then asked.
 */
export async function endIntent({
  state,
  cancel,
}: {
  state: IntentState
  cancel: () => Promise<IntentState>
}): Promise<ChargeOutcome> {
  switch (state.kind) {
    case "paid":
      return TAKEN
    case "canceled":
      return declined({})
    case "on_its_way":
    case "authorized":
      return { kind: "accepted", status: "pending" }
    case "unpaid":
    case "unknown": {
      const end = await cancel()
      return end.kind === "canceled"
        ? declined(state)
        : end.kind === "paid"
          ? TAKEN
          : {
              kind: "unknown",
              code: "provider_unreachable",
              message: state.message ?? "Stripe could not be asked.",
            }
    }
  }
}
