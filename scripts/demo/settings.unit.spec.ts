import { readDemoSettings } from "./settings"

describe("the settings of npm start", () => {
  it("are the documented ports and the emulator by default", () => {
    expect(readDemoSettings({})).toMatchObject({
      port: 9000,
      emulatorPort: 12111,
      mailboxPort: 12120,
      storefrontPort: 8000,
      stripe: undefined,
    })
  })

  it("take the ports from the environment", () => {
    const settings = readDemoSettings({
      PORT: "9001",
      STRIPE_EMULATOR_PORT: "12112",
      MAILBOX_PORT: "12121",
      STOREFRONT_PORT: "8001",
    })
    expect(settings).toMatchObject({
      port: 9001,
      emulatorPort: 12112,
      mailboxPort: 12121,
      storefrontPort: 8001,
    })
  })

  it.each(["0", "65536", "nine", "90.5", ""])("refuse port %p", (port) => {
    expect(() => readDemoSettings({ PORT: port })).toThrow(
      `PORT must be a port, 1 to 65535, not "${port}".`
    )
  })

  it("use Stripe's test mode with its two secrets", () => {
    const { stripe } = readDemoSettings({
      STRIPE_API_KEY: "sk_test_1",
      STRIPE_WEBHOOK_SECRET: "whsec_1",
    })
    expect(stripe).toEqual({ apiKey: "sk_test_1", webhookSecret: "whsec_1" })
  })

  it("refuse a live key, which would take real money", () => {
    expect(() =>
      readDemoSettings({
        STRIPE_API_KEY: "sk_live_1",
        STRIPE_WEBHOOK_SECRET: "whsec_1",
      })
    ).toThrow(/test mode/)
  })

  it("refuse a key without the secret of its webhook", () => {
    expect(() => readDemoSettings({ STRIPE_API_KEY: "sk_test_1" })).toThrow(
      /STRIPE_WEBHOOK_SECRET/
    )
  })
})
