import type { AddressInfo } from "node:net"
import { createControl, type EmulatorControl } from "./control"
import { eventRecorder, NO_CAUSE, type Cause } from "./events"
import { Faults } from "./faults"
import { Later } from "./later"
import { laterActions } from "./later-actions"
import { createApiServer, type LoggedRequest } from "./server"
import { SHORT_DELAYS, type Delays, type Settlement } from "./settings"
import { AccountState } from "./state"
import { API_VERSION } from "./versions"
import { Webhooks, type WebhookEndpoint } from "./webhooks"

export type { EmulatorControl } from "./control"
export { REAL_DELAYS } from "./settings"
export type { LoggedRequest } from "./server"

export type StripeEmulatorOptions = {
  /** 0 takes any free port. */
  port?: number
  /** The same seed and the same calls give the same ids. */
  seed?: number
  /** Milliseconds; the clock can be put forward besides. */
  now?: () => number
  /** Keeps the account over restarts. */
  stateFile?: string
  webhooks?: WebhookEndpoint[]
  /** How long Stripe takes for what follows from a request. Default: no time. */
  delays?: Partial<Delays>
  /** The currency that the account is paid out in. Default: that of each payment. */
  settlement?: Settlement
}

export type StripeEmulator = {
  url: string
  host: "127.0.0.1"
  port: number
  apiKey: string
  control: EmulatorControl
  close(): Promise<void>
}

/** Starts a Stripe on loopback that remembers what it was told. */
export async function startStripeEmulator(
  options: StripeEmulatorOptions = {}
): Promise<StripeEmulator> {
  const { now = Date.now, seed = 1, stateFile, port = 0 } = options
  const state = new AccountState(
    { now, seed, stateFile },
    {
      delays: { ...SHORT_DELAYS, ...options.delays },
      settlement: options.settlement ?? null,
    }
  )
  const faults = new Faults()
  const log: LoggedRequest[] = []
  const webhooks = new Webhooks(state, [...(options.webhooks ?? [])])
  const emitFor = (cause: Cause) =>
    eventRecorder(state, API_VERSION, cause, webhooks)
  const later = new Later(state, laterActions(state, emitFor(NO_CAUSE)))
  const parts = { state, faults, log, emitFor, later }
  const control = createControl({ ...parts, webhooks })
  const server = createApiServer({ ...parts, control })
  const host = "127.0.0.1"
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, resolve)
  })
  later.run()
  const address = server.address() as AddressInfo
  return {
    url: `http://${host}:${address.port}`,
    host,
    port: address.port,
    apiKey: "sk_test_emulator",
    control,
    async close() {
      later.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await webhooks.settled()
      state.flush()
    },
  }
}
