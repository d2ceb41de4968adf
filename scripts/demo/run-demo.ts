import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { seedDemo, type DemoSeed } from "../../integration-tests/demo/seed"
import {
  serveMailbox,
  type ServedMailbox,
} from "../../integration-tests/mailbox"
import {
  startStripeEmulator,
  type StripeEmulator,
} from "../../integration-tests/stripe-emulator"
import { buildAll } from "./builds"
import type { CleanUp } from "./clean-up"
import { createUser, DEMO_USER, forgetStore, migrateStore } from "./database"
import { demoFiles } from "./demo-files"
import { checkPorts } from "./ports"
import { startPostgres } from "./postgres"
import type { Progress } from "./progress"
import { stopOrphanedStore } from "./running-demo"
import type { DemoSettings } from "./settings"
import {
  storeEnvironment,
  stripeAccess,
  stripeWebhook,
} from "./store-environment"
import { startStorefront } from "./start-storefront"
import { startStoreServer, type StoreServer } from "./store-server"

/** A demo that runs. */
export type RunningDemo = {
  server: StoreServer
  /** Absent in Stripe's own test mode. */
  emulator?: StripeEmulator
  mailbox: ServedMailbox
  seed: DemoSeed
  storefrontUrl: string
}

/**
 * Brings the demo up: what is missing is made, what is there is kept. All that
 * it starts is left to `cleanUp`, also when it fails half way.
 */
export async function runDemo(
  settings: DemoSettings,
  progress: Progress,
  cleanUp: CleanUp
): Promise<RunningDemo> {
  const files = demoFiles(settings)
  const { signal } = abortedBy(cleanUp)
  mkdirSync(settings.folder, { recursive: true })
  await stopOrphanedStore(files.storePid)
  await checkPorts(settings)
  await buildAll(files.log, progress, signal)

  const postgres = await progress("PostgreSQL", () =>
    startPostgres(settings, cleanUp)
  )
  const mailbox = await progress("Mailbox", () =>
    serveMailbox({ port: settings.mailboxPort })
  )
  cleanUp.add(() => mailbox.close())
  const env = storeEnvironment(settings, postgres, files.database, mailbox.port)
  const isNew = !existsSync(files.seed)
  await progress("Database", async () => {
    if (isNew) {
      // Also what an interrupted first start has left behind.
      await forgetStore(files, postgres)
    }
    await migrateStore(files, postgres, env, signal)
    if (isNew) {
      await createUser(files, env, signal)
    }
  })

  const emulator = settings.stripe
    ? undefined
    : await progress("Stripe emulator", () => startEmulator(settings, cleanUp))
  const server = await progress("Store", () =>
    startStoreServer(settings.port, env, files.log)
  )
  cleanUp.add(server.stop)
  writeFileSync(files.storePid, String(server.pid))
  if (isNew) {
    const seed = await progress("Products and orders", () =>
      seedDemo({
        address: server.address,
        user: DEMO_USER,
        stripe: stripeAccess(settings),
      })
    )
    writeFileSync(files.seed, JSON.stringify(seed, null, 2))
  }
  const seed = readSeed(files.seed)
  const storefrontUrl = await startStorefront(
    settings.storefrontPort,
    { address: server.address, seed },
    cleanUp
  )
  return { server, emulator, mailbox, seed, storefrontUrl }
}

async function startEmulator(
  settings: DemoSettings,
  cleanUp: CleanUp
): Promise<StripeEmulator> {
  const emulator = await startStripeEmulator({
    port: settings.emulatorPort,
    stateFile: demoFiles(settings).emulatorState,
    webhooks: [stripeWebhook(settings)],
  })
  cleanUp.add(() => emulator.close())
  return emulator
}

function readSeed(file: string): DemoSeed {
  return JSON.parse(readFileSync(file, "utf8"))
}

function abortedBy(cleanUp: CleanUp): AbortController {
  const controller = new AbortController()
  cleanUp.add(() => controller.abort())
  return controller
}
