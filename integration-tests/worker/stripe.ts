import { startStripeEmulator } from "../stripe-emulator"
import { kept } from "./kept"

/** The Stripe of the store that this worker keeps. */
export const keptStripe = kept(async () => {
  const emulator = await startStripeEmulator({ port: 0, seed: 1 })
  process.env.STRIPE_EMULATOR_PORT = String(emulator.port)
  return emulator
})
