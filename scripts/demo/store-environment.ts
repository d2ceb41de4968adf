import {
  databaseUrl,
  type PostgresConnection,
} from "../../integration-tests/postgres/connection"
import type { WebhookEndpoint } from "../../integration-tests/stripe-emulator/webhooks"
import type { DemoSettings } from "./settings"

/** How to reach Stripe, or the emulator in its place. */
export type StripeAccess = {
  apiKey: string
  webhookSecret: string
  /** Where the emulator is. */
  emulator?: { host: string; port: number; protocol: "http" }
}

/** The Stripe that a demo uses. */
export function stripeAccess(settings: DemoSettings): StripeAccess {
  return (
    settings.stripe ?? {
      // The emulator's keys open nothing else.
      apiKey: "sk_test_emulator",
      webhookSecret: "whsec_emulator",
      emulator: {
        host: "127.0.0.1",
        port: settings.emulatorPort,
        protocol: "http",
      },
    }
  )
}

/** The endpoint that the README has a merchant add to their Stripe account. */
export function stripeWebhook(settings: DemoSettings): WebhookEndpoint {
  return {
    url: `http://127.0.0.1:${settings.port}/hooks/refunds/stripe`,
    secret: stripeAccess(settings).webhookSecret,
    enabledEvents: [
      "refund.created",
      "refund.updated",
      "refund.failed",
      "charge.refunded",
      "charge.refund.updated",
      "charge.dispute.created",
      "charge.dispute.updated",
      "charge.dispute.closed",
      "charge.dispute.funds_withdrawn",
      "charge.dispute.funds_reinstated",
    ],
  }
}

/** Signs the links of the demo's guests. Everybody may know it; a real one is secret. */
export const DEMO_ACCESS_SECRET = "the-demo-keeps-no-secrets-from-anybody"

/** What the store's `medusa-config.ts` reads. */
export function storeEnvironment(
  settings: DemoSettings,
  server: PostgresConnection,
  database: string,
  smtpPort: number
): Record<string, string> {
  const { apiKey, webhookSecret, emulator } = stripeAccess(settings)
  return {
    ACCESS_SECRET: DEMO_ACCESS_SECRET,
    DATABASE_URL: databaseUrl(server, database),
    PORT: String(settings.port),
    SMTP_PORT: String(smtpPort),
    STOREFRONT_PORT: String(settings.storefrontPort),
    STRIPE_API_KEY: apiKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    // Empty rather than absent: it may be set where `npm start` was called.
    STRIPE_EMULATOR_PORT: emulator ? String(emulator.port) : "",
  }
}
