import { join } from "node:path"
import { defineConfig } from "@medusajs/framework/utils"

/** Set by `scripts/demo`, from the environment of `npm start`. */
const {
  DATABASE_URL,
  DEMO_SECRET = "demo",
  PORT = "9000",
  STRIPE_API_KEY = "sk_test_emulator",
  STRIPE_WEBHOOK_SECRET = "whsec_emulator",
  STRIPE_EMULATOR_PORT,
  SMTP_PORT = "12125",
} = process.env

const address = `http://localhost:${PORT}`

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

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: DATABASE_URL,
    databaseDriverOptions: { ssl: false, sslmode: "disable" },
    http: {
      storeCors: address,
      adminCors: address,
      authCors: address,
      jwtSecret: DEMO_SECRET,
      cookieSecret: DEMO_SECRET,
    },
    // The demo is served without TLS on loopback.
    cookieOptions: { secure: false, sameSite: "lax" },
  },
  // There is no storefront; links for customers lead to where one would be.
  admin: { storefrontUrl: "http://localhost:8000" },
  plugins: [
    {
      resolve: "medusa-plugin-refunds",
      options: {
        stripe,
        notifications: {
          storeName: "Mug & Co",
          // In a demo nobody wants to wait a minute.
          waitSeconds: 0,
        },
      },
    },
  ],
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
