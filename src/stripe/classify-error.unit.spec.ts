import Stripe from "stripe"
import { classifyStripeError } from "./classify-error"

describe("classifyStripeError", () => {
  it.each([
    ["sk_test_51AbCdEf", "sk_test_…"],
    ["rk_live_51AbCdEf", "rk_live_…"],
    ["whsec_AbCdEf", "whsec_…"],
  ])("never repeats a key that an answer echoes: %s", (key, masked) => {
    const error = new Stripe.errors.StripeAuthenticationError({
      message: `Invalid API Key provided: ${key}.`,
    } as never)
    expect(classifyStripeError(error)).toMatchObject({
      kind: "declined",
      message: `Invalid API Key provided: ${masked}.`,
    })
  })

  it("takes a refused request for a refusal, and a lost answer for none", () => {
    const refused = new Stripe.errors.StripeInvalidRequestError({
      message: "No such payment_intent.",
    } as never)
    const lost = new Stripe.errors.StripeConnectionError({
      message: "Request timed out.",
    } as never)
    expect(classifyStripeError(refused).kind).toBe("declined")
    expect(classifyStripeError(lost).kind).toBe("unknown")
  })

  it("throws what does not come from Stripe", () => {
    expect(() => classifyStripeError(new Error("a bug"))).toThrow("a bug")
  })
})
