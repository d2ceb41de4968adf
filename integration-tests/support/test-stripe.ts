import Stripe from "stripe"
import { startStripeEmulator, type StripeEmulator } from "../stripe-emulator"
import { SHORT_DELAYS } from "../stripe-emulator/settings"
import { keptStripe } from "../worker/stripe"

/** The emulator of one test file, with a client to look behind the plugin's back. */
export type TestStripe = StripeEmulator & { client: Stripe }

/**
 * An emulator whose address the store's configuration knows. The store that a
 * worker keeps knows one for all test files: it is emptied for each.
 */
export async function startTestStripe(): Promise<TestStripe> {
  if (!globalThis.keepsStores) {
    const emulator = await startOwnStripe()
    process.env.STRIPE_EMULATOR_PORT = String(emulator.port)
    return emulator
  }
  const emulator = await keptStripe()
  const empty = async () => {
    emulator.control.reset()
    emulator.control.setDelays(SHORT_DELAYS)
  }
  await empty()
  return { ...withClient(emulator), close: empty }
}

/** An emulator for processes that are told where it is. */
export async function startOwnStripe(): Promise<TestStripe> {
  return withClient(await startStripeEmulator({ port: 0, seed: 1 }))
}

function withClient(emulator: StripeEmulator): TestStripe {
  const client = new Stripe(emulator.apiKey, {
    host: emulator.host,
    port: emulator.port,
    protocol: "http",
    telemetry: false,
    maxNetworkRetries: 0,
  })
  return { ...emulator, client }
}
