import assert from "node:assert/strict"
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import {
  seedCatalog,
  openShop,
  placeRecipe,
  recipes,
} from "../integration-tests/demo/seed"
import { logIn } from "../integration-tests/demo/seed/store-client"
import { databaseUrl } from "../integration-tests/postgres/connection"
import {
  dropDatabase,
  ensureDatabase,
} from "../integration-tests/postgres/databases"
import { findFreePort } from "../integration-tests/postgres/free-port"
import {
  acquireTestServer,
  releaseTestServer,
} from "../integration-tests/postgres/shared-server"
import { startStripeEmulator } from "../integration-tests/stripe-emulator"
import type { AdminOrderRefundsResponse, OrderRefundDTO } from "../src/types"
import { buildPlugin } from "./demo/build-plugin"
import { CleanUp } from "./demo/clean-up"
import { PACKAGE_FOLDER } from "./demo/paths"
import {
  hasRefundsSection,
  refundOneInTheBrowser,
} from "./test-install/in-the-browser"
import { PLAIN_CONFIG, writePlainStore } from "./test-install/plain-store"
import {
  startProduction,
  type ProductionStore,
} from "./test-install/production-store"
import { instructions } from "./test-install/readme"
import { errorLines, shell, type Printed } from "./test-install/shell"

const USER = { email: "admin@example.com", password: "supersecret" }
const SECRET = "whsec_emulator"
/** As create-medusa-app installs. */
const NPM = "--prefer-offline --no-audit --no-fund"

const say = (line: string) => process.stdout.write(`${line}\n`)

/**
 * `npm run test:install`: what a developer lives through who adds the plugin to
 * a Medusa store, from the packed package and the words of the README: install,
 * migrate, build, start in production mode, refund, remove, put back. Needs npm's
 * registry or its cache. `--keep` leaves the store where it is.
 */
async function main(keep: boolean): Promise<void> {
  const cleanUp = new CleanUp()
  process.once("SIGINT", () => void cleanUp.run())
  try {
    await live(cleanUp, keep)
  } finally {
    await cleanUp.run()
  }
}

async function live(cleanUp: CleanUp, keep: boolean): Promise<void> {
  const readme = instructions()
  const root = mkdtempSync(join(tmpdir(), "my-store-"))
  say(`A store in ${root}`)
  if (!keep) {
    cleanUp.add(() => rmSync(root, { recursive: true, force: true }))
  }
  const store = writePlainStore(root, PACKAGE_FOLDER)
  const postgres = await acquireTestServer()
  cleanUp.add(releaseTestServer)
  const database = `install-${process.pid}`
  await ensureDatabase(postgres, database)
  cleanUp.add(() => dropDatabase(postgres, database))
  const port = await findFreePort()
  const emulator = await startStripeEmulator({
    webhooks: [
      { url: `http://localhost:${port}/hooks/refunds/stripe`, secret: SECRET },
    ],
  })
  cleanUp.add(() => emulator.close())

  const settings = {
    DATABASE_URL: databaseUrl(postgres, database),
    STORE_CORS: "http://localhost:8000",
    ADMIN_CORS: `http://localhost:${port}`,
    AUTH_CORS: `http://localhost:${port}`,
    JWT_SECRET: "install",
    COOKIE_SECRET: "install",
    STRIPE_API_KEY: emulator.apiKey,
  }
  const dotenv = join(store.backend, ".env")
  const set = (variables: Record<string, string>) =>
    appendFileSync(
      dotenv,
      Object.entries(variables)
        .map(([name, value]) => `${name}=${value}\n`)
        .join("")
    )
  set(settings)
  const env = environment(emulator.port)
  /** Runs commands of a developer in the backend's folder. */
  const run = (command: string) => shell(command, store.backend, env)
  const log = join(root, "store.log")
  let running: ProductionStore | undefined
  cleanUp.add(() => running?.stop())
  const start = async () => {
    await run("cp .env .medusa/server/.env.production")
    running = await startProduction(
      join(store.backend, ".medusa/server"),
      port,
      { ...env, NODE_ENV: "production" },
      log
    )
    return running
  }
  const build = () => run("npx medusa build")

  const tarball = await step("npm pack", () => pack(root))
  await step("a plain Medusa store", async () => {
    await shell(`npm install ${NPM} --legacy-peer-deps`, root, env)
    quiet(await run("npx medusa db:migrate"))
    await run(`npx medusa user -e ${USER.email} -p ${USER.password}`)
  })
  const install = `${readme.install.replace("medusa-plugin-refunds", tarball)} ${NPM}`
  await step(readme.install, () => run(install))
  store.configure(readme.config(store.own))
  // Without a webhook secret: options never stop a migration.
  await step(readme.migrate, async () => quiet(await run(readme.migrate)))
  set({ STRIPE_WEBHOOK_SECRET: SECRET })
  await step("npx medusa build", async () => quiet(await build()))
  const { address } = await step("medusa start", start)
  const admin = { address, user: USER }
  const sdk = await logIn(address, USER)
  const orderId = await step("an order of three shirts", async () => {
    const access = {
      apiKey: emulator.apiKey,
      webhookSecret: SECRET,
      emulator: {
        host: emulator.host,
        port: emulator.port,
        protocol: "http" as const,
      },
    }
    const input = { ...admin, stripe: access }
    const shop = await openShop(input, await seedCatalog(input))
    const [shirts] = recipes
    assert(shirts)
    return (await placeRecipe(shop, shirts)).id
  })
  const overview = () =>
    sdk.client.fetch<AdminOrderRefundsResponse>(
      `/admin/orders/${orderId}/refunds`
    )
  const refundedAtStripe = () =>
    emulator.control
      .snapshot()
      .refunds.map(({ amount, status }) => [amount, status])

  await step("a refund over HTTP", async () => {
    const [item] = (await overview()).items
    const { order_refund } = await sdk.client.fetch<{
      order_refund: OrderRefundDTO
    }>(`/admin/orders/${orderId}/refunds`, {
      method: "POST",
      body: { items: [{ item_id: item?.item_id, quantity: 1 }] },
    })
    assert.deepEqual(
      [order_refund.amount, order_refund.status],
      ["19.82", "succeeded"]
    )
    assert.deepEqual(refundedAtStripe(), [[1982, "succeeded"]])
  })
  await step("a refund in Chromium", async () => {
    await refundOneInTheBrowser(admin, orderId, "Refund €19.83")
    assert.deepEqual(refundedAtStripe(), [
      [1982, "succeeded"],
      [1983, "succeeded"],
    ])
  })
  await step("npx medusa-plugin-refunds doctor", async () => {
    // It ends with 1: a plain store has nobody who mails its customers.
    const { out } = await run(
      "npx medusa-plugin-refunds doctor --json || test $? -eq 1"
    )
    const { orders, findings, error } = JSON.parse(out)
    const codes = findings.map(({ code }: { code: string }) => code)
    assert.deepEqual(
      { orders, codes, error },
      { orders: 1, codes: ["notice_provider_missing"], error: null }
    )
  })
  await running?.stop()
  assert.deepEqual(errorLines(readFileSync(log, "utf8")), [])

  await step("removed: the store starts, the admin opens", async () => {
    await run(`npm uninstall medusa-plugin-refunds ${NPM}`)
    store.configure(PLAIN_CONFIG)
    quiet(await run(readme.migrate))
    quiet(await build())
    await start()
    assert.equal(await hasRefundsSection(admin, orderId), false)
    await assert.rejects(overview)
    await running?.stop()
  })
  await step("put back: the records are there", async () => {
    await run(install)
    store.configure(readme.config(store.own))
    quiet(await run(readme.migrate))
    quiet(await build())
    await start()
    assert.equal(await hasRefundsSection(admin, orderId), true)
    const { order_refunds, summary } = await overview()
    assert.deepEqual(
      [order_refunds.length, summary.refunded, summary.owed],
      [2, "39.65", "0.00"]
    )
    await running?.stop()
  })
  assert.deepEqual(errorLines(readFileSync(log, "utf8")), [])
  say("The log of the store has no error line. Its warnings:")
  new Set(readFileSync(log, "utf8").match(/^.*"level":"warn".*$/gm)).forEach(
    say
  )
}

async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now()
  const result = await work()
  say(`${((Date.now() - begun) / 1000).toFixed(1).padStart(7)} s  ${label}`)
  return result
}

/** A command that is to leave no error line. */
function quiet({ all }: Printed): void {
  assert.deepEqual(errorLines(all), [])
}

/** Builds the package and packs it as npm would publish it. */
async function pack(into: string): Promise<string> {
  await buildPlugin(join(into, "plugin-build.log"))
  const { out } = await shell(
    `npm pack --silent --ignore-scripts --pack-destination ${into}`,
    PACKAGE_FOLDER,
    process.env
  )
  return join(into, out.trim())
}

/** That of a developer's terminal, with api.stripe.com at the emulator. */
function environment(emulatorPort: number): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    // What `npm run` adds would make the store's npm work on this package.
    ([name]) => !/^(npm_|INIT_CWD$|NODE_ENV$|STRIPE_|DATABASE_URL$)/i.test(name)
  )
  return {
    ...Object.fromEntries(own),
    MEDUSA_DISABLE_TELEMETRY: "true",
    STRIPE_EMULATOR_PORT: String(emulatorPort),
    NODE_OPTIONS: `--import ${pathToFileURL(join(__dirname, "test-install/redirect-stripe.mjs"))}`,
  }
}

main(process.argv.includes("--keep")).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
