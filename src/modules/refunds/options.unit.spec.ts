import validateOptionsLoader from "./loaders/validate-options"
import { parseOptions } from "./options"

const stripe = { apiKey: "sk_test_1", webhookSecret: "whsec_1" }
const defaults = {
  reconciliation: { schedule: "*/15 * * * *", lookbackDays: 30 },
  nativeRefundRoute: "safe",
}

/** The fields that are refused, in order. */
const badFields = (input: unknown) => {
  const parsed = parseOptions(input)
  return parsed.success ? [] : parsed.issues.map(({ path }) => path)
}

describe("the plugin's options", () => {
  it("may be missing altogether: other providers need none", () => {
    const expected = { success: true, options: defaults }
    expect(parseOptions(undefined)).toEqual(expected)
    expect(parseOptions({ database: {} })).toEqual(expected)
  })

  it("get their defaults", () => {
    expect(parseOptions({ stripe })).toEqual({
      success: true,
      options: {
        stripe: { ...stripe, timeoutMs: 15_000, maxRequestsPerSecond: 20 },
        ...defaults,
      },
    })
  })

  it("take several webhook secrets, for the time of a rotation", () => {
    const webhookSecret = ["whsec_old", "whsec_new"]
    expect(badFields({ stripe: { ...stripe, webhookSecret } })).toEqual([])
  })

  it.each([
    [{ stripe: {} }, ["stripe.apiKey", "stripe.webhookSecret"]],
    [{ stripe: { ...stripe, apiKey: "pk_test_1" } }, ["stripe.apiKey"]],
    [{ stripe: { ...stripe, apiKey: undefined } }, ["stripe.apiKey"]],
    [{ stripe: { ...stripe, webhookSecret: "x" } }, ["stripe.webhookSecret"]],
    [{ stripe: { ...stripe, webhookSecret: [] } }, ["stripe.webhookSecret"]],
    [{ stripe: { ...stripe, providers: [] } }, ["stripe.providers"]],
    [{ stripe: { ...stripe, timeoutMs: 0 } }, ["stripe.timeoutMs"]],
    [{ stripe: { ...stripe, port: 70000 } }, ["stripe.port"]],
    [{ stripe: { ...stripe, protocol: "ftp" } }, ["stripe.protocol"]],
    [
      { stripe: { ...stripe, maxRequestsPerSecond: 0 } },
      ["stripe.maxRequestsPerSecond"],
    ],
    [{ reconciliation: { schedule: "often" } }, ["reconciliation.schedule"]],
    [{ reconciliation: { lookbackDays: 0 } }, ["reconciliation.lookbackDays"]],
    [{ nativeRefundRoute: "mine" }, ["nativeRefundRoute"]],
    [{ stripes: {}, other: 1 }, ["stripes", "other"]],
  ])("names every bad field of %j", (input, fields) => {
    expect(badFields(input)).toEqual(fields)
  })

  it("stop the boot with one message that names all of them", async () => {
    const boot = validateOptionsLoader({
      container: {} as never,
      options: { stripe: { timeoutMs: "soon" } },
    })
    await expect(boot).rejects.toThrow(
      /stripe\.apiKey: .*\n.*stripe\.webhookSecret: .*\n.*stripe\.timeoutMs: /
    )
  })

  it("never show a secret in a message", () => {
    const parsed = parseOptions({
      stripe: { apiKey: "secret-one", webhookSecret: "secret-two" },
    })
    expect(JSON.stringify(parsed)).not.toContain("secret-")
  })
})
