import { join } from "node:path"
import { defineConfig } from "@medusajs/framework/utils"

/**
 * Medusa as it comes, without the plugin: what the fault matrix compares with.
 * Everything else is as in the store of the tests (`medusa-config.ts` above).
 */
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
  modules: [
    {
      resolve: "@medusajs/medusa/payment",
      options: {
        webhook_delay: 50,
        providers: [
          {
            // Medusa looks for a relative path inside `src`.
            resolve: join(__dirname, "quick-stripe-provider"),
            id: "stripe",
            options: {
              apiKey: "sk_test_emulator",
              webhookSecret: "whsec_emulator",
              host: "127.0.0.1",
              port: Number.parseInt(process.env.STRIPE_EMULATOR_PORT ?? "", 10),
              protocol: "http" as const,
            },
          },
        ],
      },
    },
  ],
})
