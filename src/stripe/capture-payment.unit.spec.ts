import type Stripe from "stripe"
import { findStripeRelease } from "./capture-payment"
import { cancelIntent, readIntent } from "./payment-intent"
import { refundOutcome } from "./refund-outcome"

/** A client that reads an intent in a state, and may cancel it. */
const stripeWith = (
  intent: Record<string, unknown>,
  canceled: Record<string, unknown> = intent
) =>
  ({
    paymentIntents: {
      retrieve: async () => ({ id: "pi_1", latest_charge: null, ...intent }),
      cancel: async () => ({ id: "pi_1", latest_charge: null, ...canceled }),
    },
  }) as never as Stripe

const found = async (
  status: string,
  { amount_received = 0, minor_amount = "600" as string | null } = {}
) =>
  (
    await findStripeRelease(stripeWith({ status, amount_received }), {
      payment_intent: "pi_1",
      minor_amount,
      idempotency_key: "key",
    })
  )?.kind ?? null

describe("an intent that is read after a capture whose answer was lost", () => {
  it("proves the capture by its state and its amount", async () => {
    expect(await found("succeeded", { amount_received: 600 })).toBe("accepted")
    expect(await found("succeeded", { amount_received: 1000 })).toBe("declined")
    expect(await found("canceled", { minor_amount: null })).toBe("accepted")
  })

  it("proves nothing while it waits as before", async () => {
    expect(await found("requires_capture")).toBeNull()
  })

  it.each([
    "canceled",
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
  ])("refuses a capture where nothing is held: %s", async (status) => {
    expect(await found(status)).toBe("declined")
  })

  it.each(["processing", "requires_reauthorization", "expired", "a_new_word"])(
    "is not known to have failed while Stripe may still act: %s",
    async (status) => {
      expect(await found(status)).toBe("unknown")
      expect(await found(status, { minor_amount: null })).toBe("unknown")
    }
  )
})

describe("a state that is newer than this code", () => {
  it("is not taken for an unpaid intent", async () => {
    const stripe = stripeWith({ status: "requires_reauthorization" })
    expect(await readIntent(stripe, "pi_1")).toMatchObject({ kind: "unknown" })
  })

  it("does not count as cancelled", async () => {
    const stripe = stripeWith({ status: "expired" })
    expect(await cancelIntent(stripe, "pi_1")).toMatchObject({
      kind: "unknown",
    })
  })

  it.each(["a_new_word", null])(
    "of a refund leaves it on its way: %s",
    (status) => {
      const refund = { id: "re_1", status } as never
      expect(refundOutcome(refund).status).toBe("pending")
    }
  )
})
