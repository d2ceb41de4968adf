import validateOptionsLoader from "./loaders/validate-options"
import { parseOptions } from "./options"

const stripe = { apiKey: "sk_test_1", webhookSecret: "whsec_1" }
const defaults = {
  reconciliation: { schedule: "*/15 * * * *", lookbackDays: 30 },
  nativeRefundRoute: "safe",
  notifications: {
    enabled: true,
    channel: "email",
    storeName: "Our store",
    defaultLocale: "en",
    timeZone: "UTC",
    waitSeconds: 60,
    notifyByDefault: true,
    templates: {},
    urls: {},
  },
  accessSecret: [],
  requests: {
    access: { linkDays: 30, linksPerOrderAndDay: 5, perIpAndHour: 10 },
    perOrderAndDay: 5,
    photos: 5,
    photoBytes: 5_000_000,
    // Its own defaults: `refund-requests/policy-options.unit.spec.ts`.
    policy: expect.objectContaining({ timeZone: "UTC", policies: [] }),
  },
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
        stripe: {
          apiKey: "sk_test_1",
          webhookSecret: ["whsec_1"],
          timeoutMs: 15_000,
          instructionsEmail: true,
          sendMetadata: false,
          maxRequestsPerSecond: 20,
        },
        ...defaults,
      },
    })
  })

  it("take several webhook secrets, for the time of a rotation", () => {
    const webhookSecret = ["whsec_new", undefined, "whsec_old", ""]
    expect(
      parseOptions({ stripe: { ...stripe, webhookSecret } })
    ).toMatchObject({
      options: { stripe: { webhookSecret: ["whsec_new", "whsec_old"] } },
    })
  })

  it.each([undefined, "", []])(
    "need no webhook secret (%j)",
    (webhookSecret) => {
      expect(
        parseOptions({ stripe: { ...stripe, webhookSecret } })
      ).toMatchObject({
        options: { stripe: { webhookSecret: [] } },
      })
    }
  )

  it.each([
    [{ stripe: {} }, ["stripe.apiKey"]],
    [{ stripe: { ...stripe, apiKey: "" } }, ["stripe.apiKey"]],
    [{ stripe: { ...stripe, apiKey: "pk_test_1" } }, ["stripe.apiKey"]],
    [{ stripe: { ...stripe, apiKey: undefined } }, ["stripe.apiKey"]],
    [{ stripe: { ...stripe, webhookSecret: "x" } }, ["stripe.webhookSecret"]],
    [{ stripe: { ...stripe, webhookSecret: 7 } }, ["stripe.webhookSecret"]],
    [
      { stripe: { ...stripe, webhookSecret: ["whsec_1", "we_1"] } },
      ["stripe.webhookSecret"],
    ],
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
    [{ notifications: { channel: "" } }, ["notifications.channel"]],
    [{ notifications: { storeName: " " } }, ["notifications.storeName"]],
    [{ notifications: { timeZone: "Moon" } }, ["notifications.timeZone"]],
    [
      { notifications: { defaultLocale: "not a locale" } },
      ["notifications.defaultLocale"],
    ],
    [
      { notifications: { templates: { "refund.paid": "d-1" } } },
      ["notifications.templates.refund.paid"],
    ],
    [
      { notifications: { templates: { "refund.succeeded": 7 } } },
      ["notifications.templates.refund.succeeded"],
    ],
    // The law asks for it.
    [
      { notifications: { templates: { "withdrawal.acknowledged": false } } },
      ["notifications.templates.withdrawal.acknowledged"],
    ],
    [
      { notifications: { urls: { order: "javascript:alert(1)" } } },
      ["notifications.urls.order"],
    ],
  ])("names every bad field of %j", (input, fields) => {
    expect(badFields(input)).toEqual(fields)
  })

  it("take other texts for messages: an id, a function, or none", () => {
    const templates = {
      "refund.succeeded": "d-123",
      "refund.failed": () => ({ subject: "", text: "", html: "" }),
      "refund.on-its-way": false,
      "withdrawal.acknowledged": "d-124",
    }
    expect(parseOptions({ notifications: { templates } })).toMatchObject({
      options: { notifications: { templates } },
    })
  })

  it.each([undefined, ""])(
    "say of a missing key (%j) how to get one",
    (apiKey) => {
      const parsed = parseOptions({ stripe: { ...stripe, apiKey } })
      expect(parsed).toMatchObject({
        issues: [
          {
            path: "stripe.apiKey",
            message: expect.stringMatching(/^is missing\. .*Dashboard/),
          },
        ],
      })
    }
  )

  describe("that are bad", () => {
    const load = (command: string) => {
      const argv = jest.replaceProperty(process, "argv", [
        "node",
        "medusa",
        command,
      ])
      const warn = jest.fn()
      const loaded = validateOptionsLoader({
        container: {} as never,
        logger: { warn } as never,
        options: { stripe: { timeoutMs: "soon", webhookSecret: "x" } },
      })
      argv.restore()
      return { loaded, warn }
    }
    const all =
      /stripe\.apiKey: .*\n.*stripe\.webhookSecret: .*\n.*stripe\.timeoutMs: /

    it.each(["start", "develop", "exec"])(
      "stop `medusa %s` with one message that names all of them",
      async (command) => {
        await expect(load(command).loaded).rejects.toThrow(all)
      }
    )

    it.each(["db:migrate", "db:migrate:scripts", "db:setup"])(
      "never stop `medusa %s`, which is only told",
      async (command) => {
        const { loaded, warn } = load(command)
        await expect(loaded).resolves.toBeUndefined()
        expect(warn).toHaveBeenCalledWith(expect.stringMatching(all))
      }
    )
  })

  it("never show a secret in a message", () => {
    const parsed = parseOptions({
      stripe: { apiKey: "secret-one", webhookSecret: "secret-two" },
    })
    expect(JSON.stringify(parsed)).not.toContain("secret-")
  })
})
