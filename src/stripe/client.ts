import Stripe from "stripe"

/** What a client is made of: the plugin's `stripe` options. */
export type StripeClientOptions = {
  apiKey: string
  host?: string
  port?: number
  protocol?: "http" | "https"
  timeoutMs: number
}

/**
 * The API version that our types describe and every answer is rendered in,
 * whatever version the account or Medusa's own Stripe provider uses.
 */
export const STRIPE_API_VERSION = "2026-10-28.endive"

const clients = new WeakMap<StripeClientOptions, Stripe>()

/**
 * The client for a set of options; one per options object, so that connections
 * are reused. A repeat carries the same idempotency key, hence one network
 * retry is safe; more would keep a merchant waiting.
 */
export function stripeClient(options: StripeClientOptions): Stripe {
  const known = clients.get(options)
  if (known) {
    return known
  }
  const client = new Stripe(options.apiKey, {
    apiVersion: STRIPE_API_VERSION,
    timeout: options.timeoutMs,
    maxNetworkRetries: 1,
    telemetry: false,
    appInfo: { name: "medusa-plugin-refunds" },
    ...(options.host ? { host: options.host } : {}),
    ...(options.port ? { port: options.port } : {}),
    ...(options.protocol ? { protocol: options.protocol } : {}),
  })
  clients.set(options, client)
  return client
}
