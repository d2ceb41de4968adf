import Stripe from "stripe"
import { startStripeEmulator, type StripeEmulator } from "../stripe-emulator"

/** The emulator of one test file, with a client to look behind the plugin's back. */
export type TestStripe = StripeEmulator & { client: Stripe }

/** Starts an emulator and tells the store's configuration where it is. */
export async function startTestStripe(): Promise<TestStripe> {
  const emulator = await startStripeEmulator({ port: 0, seed: 1 })
  process.env.STRIPE_EMULATOR_PORT = String(emulator.port)
  const client = new Stripe(emulator.apiKey, {
    host: emulator.host,
    port: emulator.port,
    protocol: "http",
    telemetry: false,
    maxNetworkRetries: 0,
  })
  return Object.assign(emulator, { client })
}
