import type { IntentState } from "../../../stripe"
import { endIntent } from "./charge-outcome"

const DECLINE = {
  code: "card_declined",
  message: "Your card was declined.",
  decline_code: "insufficient_funds",
  advice_code: "try_again_later",
}
const UNPAID: IntentState = { kind: "unpaid", ...DECLINE }
const UNKNOWN: IntentState = { kind: "unknown", message: "Timed out." }

describe("what an attempt to charge came to", () => {
  /** `afterwards`: what cancelling the intent finds; null: it must not be tried. */
  const end = async (state: IntentState, afterwards: IntentState | null) => {
    const calls: string[] = []
    const outcome = await endIntent({
      state,
      cancel: async () => {
        calls.push("cancel")
        return afterwards ?? UNKNOWN
      },
    })
    expect(calls).toEqual(afterwards ? ["cancel"] : [])
    return outcome
  }

  it("is taken, or on its way: the intent is left alone", async () => {
    const paid = await end({ kind: "paid", minor_amount: 2500 }, null)
    expect(paid).toEqual({ kind: "accepted", status: "succeeded" })
    for (const kind of ["on_its_way", "authorized"] as const) {
      expect(await end({ kind }, null)).toEqual({
        kind: "accepted",
        status: "pending",
      })
    }
  })

  it("is declined with the bank's reason, once the intent can take nothing more", async () => {
    expect(await end(UNPAID, { kind: "canceled" })).toEqual({
      kind: "declined",
      ...DECLINE,
    })
  })

  it("is declined without a reason where Stripe gives none", async () => {
    const nothing = {
      kind: "declined",
      code: "provider_declined",
      decline_code: null,
      advice_code: null,
    }
    expect(await end({ kind: "canceled" }, null)).toEqual({
      ...nothing,
      message: "The card was not charged.",
    })
    expect(await end(UNKNOWN, { kind: "canceled" })).toEqual({
      ...nothing,
      message: "Timed out.",
    })
  })

  it("is taken where the intent was paid while we cancelled it", async () => {
    expect(await end(UNPAID, { kind: "paid", minor_amount: 2500 })).toEqual({
      kind: "accepted",
      status: "succeeded",
    })
  })

  it.each([UNPAID, UNKNOWN, { kind: "on_its_way" }] as IntentState[])(
    "is unknown while the intent might still be paid: %j",
    async (afterwards) => {
      expect((await end(UNKNOWN, afterwards)).kind).toBe("unknown")
    }
  )
})
