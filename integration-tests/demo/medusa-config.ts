import { join } from "node:path"
import { defineConfig } from "@medusajs/framework/utils"

/** Set by `scripts/demo`, from the environment of `npm start`. */
const {
  ACCESS_SECRET,
  DATABASE_URL,
  DEMO_SECRET = "demo",
  PORT = "9000",
  STOREFRONT_PORT = "8000",
  STRIPE_API_KEY = "sk_test_emulator",
  STRIPE_WEBHOOK_SECRET = "whsec_emulator",
  STRIPE_EMULATOR_PORT,
  SMTP_PORT = "12125",
} = process.env

const address = `http://localhost:${PORT}`
const storefront = `http://localhost:${STOREFRONT_PORT}`

const stripe = {
  apiKey: STRIPE_API_KEY,
  webhookSecret: STRIPE_WEBHOOK_SECRET,
  // Without an emulator the real test mode of Stripe is used.
  ...(STRIPE_EMULATOR_PORT
    ? {
        host: "localhost",
        port: Number.parseInt(STRIPE_EMULATOR_PORT, 10),
        protocol: "http" as const,
      }
    : {}),
}

const refunds = {
  stripe,
  accessSecret: ACCESS_SECRET,
  notifications: {
    storeName: "Mug & Co",
    // In a demo nobody wants to wait a minute.
    waitSeconds: 0,
    timeZone: "Europe/Berlin",
    urls: {
      order: `${storefront}/#/orders/{order_id}`,
      access: `${storefront}/#access={token}&order={order_id}`,
    },
  },
  requests: {
    // All customers of the demo come from one address.
    access: { perIpAndHour: 1000 },
    policy: {
      timeZone: "Europe/Berlin",
      policies: [{ name: "30 days", windowDays: 30, windowFrom: "ordered" }],
      text: "You can return what you bought within 30 days of your order. You pay nothing for it.",
    },
  },
}

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: DATABASE_URL,
    databaseDriverOptions: { ssl: false, sslmode: "disable" },
    http: {
      storeCors: `${address},${storefront}`,
      adminCors: address,
      authCors: `${address},${storefront}`,
      jwtSecret: DEMO_SECRET,
      cookieSecret: DEMO_SECRET,
    },
    // The demo is served without TLS on loopback.
    cookieOptions: { secure: false, sameSite: "lax" },
  },
  admin: { storefrontUrl: storefront },
  plugins: [{ resolve: "medusa-plugin-refunds", options: refunds }],
  modules: [
    {
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/notification-local",
            id: "local",
            options: { name: "Local", channels: ["feed"] },
          },
          {
            resolve: join(__dirname, "../mail-provider"),
            id: "mail",
            options: {
              channels: ["email"],
              port: Number.parseInt(SMTP_PORT, 10),
              from: "Mug & Co <shop@example.com>",
            },
          },
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/payment",
      options: {
        providers: [
          {
            resolve: STRIPE_EMULATOR_PORT
              ? join(__dirname, "../stripe-provider")
              : "@medusajs/payment-stripe",
            id: "stripe",
            options: stripe,
          },
        ],
      },
    },
  ],
})
