import { DemoError } from "./demo-error"
import { DEMO_FOLDER } from "./paths"

/** Where a demo runs and where it keeps its data. */
export type DemoSettings = {
  /** Keeps the data. */
  folder: string
  port: number
  emulatorPort: number
  /** Of the page that shows what customers were told. */
  mailboxPort: number
  /** Where customers look. */
  storefrontPort: number
  /** A PostgreSQL server to use instead of one of our own. */
  databaseUrl?: string
  /** Another name for the database than the demo's own. */
  database?: string
  /** Stripe's real test mode, instead of the emulator. */
  stripe?: { apiKey: string; webhookSecret: string }
}

/**
 * Reads the settings of `npm start`.
 *
 * @throws a message that names the variable and says what it must be.
 */
export function readDemoSettings(env: NodeJS.ProcessEnv): DemoSettings {
  return {
    folder: DEMO_FOLDER,
    port: readPort("PORT", env.PORT, 9000),
    emulatorPort: readPort(
      "STRIPE_EMULATOR_PORT",
      env.STRIPE_EMULATOR_PORT,
      12111
    ),
    mailboxPort: readPort("MAILBOX_PORT", env.MAILBOX_PORT, 12120),
    storefrontPort: readPort("STOREFRONT_PORT", env.STOREFRONT_PORT, 8000),
    databaseUrl: env.DATABASE_URL,
    stripe: readStripe(env.STRIPE_API_KEY, env.STRIPE_WEBHOOK_SECRET),
  }
}

function readPort(
  name: string,
  value: string | undefined,
  fallback: number
): number {
  const port = value === undefined ? fallback : Number(value)
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new DemoError(`${name} must be a port, 1 to 65535, not "${value}".`)
  }
  return port
}

function readStripe(
  apiKey: string | undefined,
  webhookSecret: string | undefined
): DemoSettings["stripe"] {
  if (!apiKey) {
    return undefined
  }
  if (!/^(sk|rk)_test_/.test(apiKey)) {
    throw new DemoError(
      "STRIPE_API_KEY must be a key of Stripe's test mode (sk_test_...). The " +
        "demo places orders, which must not take real money."
    )
  }
  if (!webhookSecret) {
    throw new DemoError(
      "STRIPE_WEBHOOK_SECRET is missing. `stripe listen` prints one (whsec_...)."
    )
  }
  return { apiKey, webhookSecret }
}
