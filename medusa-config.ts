import { join } from "node:path"
import { defineConfig } from "@medusajs/framework/utils"
import { ACCESS_SECRET } from "./integration-tests/support/access-secret"

/**
 * The store of the HTTP and workflow tests. It runs the plugin from its source
 * as if it were the store's own code; the demo runs the built package.
 *
 * `@medusajs/test-utils` replaces the database and turns the admin off.
 */
const stripe = {
  // Fixed: a key of a developer's own must never reach a test.
  apiKey: "sk_test_emulator",
  webhookSecret: "whsec_emulator",
  host: "127.0.0.1",
  port: Number.parseInt(process.env.STRIPE_EMULATOR_PORT ?? "12111", 10),
  protocol: "http" as const,
}

/** Where `integration-tests/mailbox` listens. */
const mailboxPort = Number.parseInt(process.env.MAILBOX_PORT ?? "12125", 10)

/**
 * A test that runs several processes of this store gives them one Redis, as in
 * docs/production.md. Not `REDIS_URL`: a developer's own must never reach a test.
 */
const redisUrl = process.env.REFUNDS_TEST_REDIS_URL
const shared = redisUrl
  ? [
      { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl } },
      {
        resolve: "@medusajs/medusa/workflow-engine-redis",
        options: { redis: { redisUrl } },
      },
      {
        resolve: "@medusajs/medusa/locking",
        options: {
          providers: [
            {
              resolve: "@medusajs/medusa/locking-redis",
              id: "locking-redis",
              is_default: true,
              options: { redisUrl },
            },
          ],
        },
      },
    ]
  : []

/** A test beside Medusa's loyalty plugin, which gives store credit in hooks. */
const plugins = process.env.REFUNDS_TEST_LOYALTY
  ? [{ resolve: "@medusajs/loyalty-plugin", options: {} }]
  : []

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "test",
      cookieSecret: "test",
    },
  },
  admin: { disable: true },
  plugins,
  modules: [
    ...shared,
    {
      resolve: "./src/modules/refunds",
      options: {
        stripe: { ...stripe, timeoutMs: 1000, maxRequestsPerSecond: 100 },
        // Never by itself: tests say when.
        reconciliation: { schedule: "0 0 29 2 *" },
        accessSecret: ACCESS_SECRET,
        // All tests come from one address.
        requests: {
          access: { perIpAndHour: 1000 },
          // Most orders of the tests are never shipped.
          policy: {
            policies: [
              { name: "Standard", windowDays: 30, windowFrom: "ordered" },
            ],
          },
        },
        notifications: { storeName: "Mug & Co" },
      },
    },
    { resolve: "./src/modules/refund-notices" },
    {
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          // Medusa's own feed, which a store's list of providers replaces.
          {
            resolve: "@medusajs/medusa/notification-local",
            id: "local",
            options: { name: "Local", channels: ["feed"] },
          },
          {
            resolve: join(__dirname, "integration-tests/mail-provider"),
            id: "mail",
            options: {
              channels: ["email"],
              port: mailboxPort,
              from: "Mug & Co <shop@example.com>",
            },
          },
        ],
      },
    },
    { resolve: "./src/modules/refund-requests" },
    {
      resolve: "@medusajs/medusa/payment",
      options: {
        // Medusa waits five seconds before it looks at a webhook; tests do not.
        webhook_delay: 50,
        providers: [
          {
            // Medusa looks for a relative path inside `src`.
            resolve: join(__dirname, "integration-tests/stripe-provider"),
            id: "stripe",
            options: stripe,
          },
          {
            resolve: join(__dirname, "integration-tests/bank-provider"),
            id: "bank",
          },
        ],
      },
    },
  ],
})
