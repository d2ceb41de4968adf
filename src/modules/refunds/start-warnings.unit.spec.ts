import { version as installed } from "@medusajs/medusa/package.json"
import { parseOptions, type RefundPluginOptions } from "./options"
import { startWarnings, type Start } from "./start-warnings"

const stripe = { apiKey: "sk_test_1", webhookSecret: "whsec_1" }

const warnings = (
  written: RefundPluginOptions,
  store: Partial<Omit<Start, "options">> = {}
) => {
  const parsed = parseOptions(written)
  if (!parsed.success) {
    throw new Error(JSON.stringify(parsed.issues))
  }
  return startWarnings({
    options: parsed.options,
    providers: ["pp_system_default", "pp_stripe_stripe"],
    medusaVersion: "2.21.2",
    ...store,
  })
}

describe("at start", () => {
  it("nothing is said of a store that is set up", () => {
    expect(warnings({ stripe })).toEqual([])
    const named = { ...stripe, providers: ["pp_card_main"] }
    expect(
      warnings({ stripe: named }, { providers: ["pp_card_main"] })
    ).toEqual([])
  })

  it("nothing is said of a store without Stripe", () => {
    expect(warnings({}, { providers: ["pp_system_default"] })).toEqual([])
  })

  it("a Stripe provider without the stripe option is told", () => {
    expect(warnings({})).toEqual([
      expect.stringMatching(
        /^the store takes payments at Stripe \(pp_stripe_stripe\), but .* no `stripe` option/
      ),
    ])
  })

  it("provider ids that the store does not have are told, beside those it has", () => {
    const providers = ["pp_stripe_stripe", "pp_stripe_old"]
    expect(warnings({ stripe: { ...stripe, providers } })).toEqual([
      "stripe.providers names pp_stripe_old, which this store does not have. It has pp_system_default, pp_stripe_stripe.",
    ])
  })

  it("a stripe option that no payment provider uses is told", () => {
    expect(warnings({ stripe }, { providers: ["pp_card_main"] })).toEqual([
      expect.stringMatching(/no refund goes to Stripe\. It has pp_card_main;/),
    ])
  })

  it.each([undefined, "", [], [undefined, ""]])(
    "a missing webhook secret (%j) is told, with the ways to get one",
    (webhookSecret) => {
      const [warning, ...others] = warnings({
        stripe: { ...stripe, webhookSecret },
      })
      expect(others).toEqual([])
      expect(warning).toContain("webhookSecret is not set")
      expect(warning).toContain(
        "stripe listen --forward-to localhost:9000/hooks/refunds/stripe"
      )
    }
  )

  it.each(["2.22.0", "2.2.1", "3.0.0", "2.210.0"])(
    "a Medusa that is not tested (%s) is told",
    (medusaVersion) => {
      expect(warnings({ stripe }, { medusaVersion })).toEqual([
        expect.stringContaining(`this store runs ${medusaVersion}`),
      ])
    }
  )

  it.each(["2.21.0", "2.21.14", installed])(
    "Medusa %s is tested",
    (version) => {
      expect(warnings({ stripe }, { medusaVersion: version })).toEqual([])
    }
  )
})
