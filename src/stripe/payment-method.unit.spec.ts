import { paymentMethodType } from "./payment-method"

describe("the payment method of a Medusa payment", () => {
  it.each<[string, Record<string, unknown> | null, string | null]>([
    ["the only one allowed", { payment_method_types: ["konbini"] }, "konbini"],
    ["several allowed", { payment_method_types: ["card", "ideal"] }, null],
    [
      "what the charge says",
      {
        payment_method_types: ["card", "ideal"],
        latest_charge: { payment_method_details: { type: "ideal" } },
      },
      "ideal",
    ],
    [
      "what an expanded method says",
      { payment_method: { id: "pm_1", type: "promptpay" } },
      "promptpay",
    ],
    ["a legacy charge's", { payment_method_details: { type: "card" } }, "card"],
    ["only ids", { latest_charge: "ch_1", payment_method: "pm_1" }, null],
    ["nonsense", { payment_method_types: [1], latest_charge: [] }, null],
    ["nothing", null, null],
  ])("is %s", (_what, data, type) => {
    expect(paymentMethodType(data)).toBe(type)
  })
})
