import { appendFileSync, mkdirSync } from "node:fs"
import { join, relative } from "node:path"
import { CleanUp } from "./demo/clean-up"
import { DEMO_USER } from "./demo/database"
import { DemoError } from "./demo/demo-error"
import { demoFiles } from "./demo/demo-files"
import { DEMO_FOLDER } from "./demo/paths"
import { printProgress } from "./demo/progress"
import { runDemo, type RunningDemo } from "./demo/run-demo"
import { DEMO_CUSTOMER } from "./demo/start-storefront"
import { claimDemo } from "./demo/running-demo"
import { readDemoSettings } from "./demo/settings"

/** `npm start`: opens the demo store and keeps it open until Ctrl-C. */
async function main(cleanUp: CleanUp): Promise<void> {
  const settings = readDemoSettings(process.env)
  mkdirSync(settings.folder, { recursive: true })
  claimDemo(demoFiles(settings).pid, cleanUp)
  process.stdout.write(
    "\nStarting the demo store. The first time takes about a minute.\n\n"
  )
  const demo = await runDemo(settings, printProgress(process.stdout), cleanUp)
  process.stdout.write(welcome(demo))
  await demo.server.ended
  if (!state.stopping) {
    throw new Error("The store has stopped.")
  }
}

function welcome(demo: RunningDemo): string {
  const { server, emulator, mailbox, seed, storefrontUrl } = demo
  const number = (key: string) =>
    seed.orders.find((order) => order.key === key)?.display_id
  const stripe = emulator
    ? `http://localhost:${emulator.port} (the emulator: payments and refunds)`
    : "https://dashboard.stripe.com/test/payments"
  return `
  Admin    ${server.address}/app
  Log in   ${DEMO_USER.email} / ${DEMO_USER.password}
  Shop     ${storefrontUrl}
  Log in   ${DEMO_CUSTOMER.email} / ${DEMO_CUSTOMER.password}
  Stripe   ${stripe}
  Mails    ${mailbox.url} (what customers are told)

  Try this
  1. Open order #${number("three_shirts")}: find "Refunds" on the right and press "Refund".
  2. Refund one of the three shirts. The amount is the same here, in the payment and at Stripe.
  3. Do it in order #${number("pending_refund")}: its bank takes its time, so the refund stays "Pending".
  4. Look into the mailbox: the customers were told, each thing once.
  5. On Stripe's page, refund a part of a payment or dispute it: the order's page shows it a moment later.
  6. In the shop, open order #${number("saved_card")} and ask for a refund: it waits for you in the admin.

  Ctrl-C stops it and keeps the data. \`npm run demo:reset\` empties it.
`
}

const cleanUp = new CleanUp()
const state = { stopping: false }

async function stop(code: number): Promise<void> {
  state.stopping = true
  await cleanUp.run()
  process.exit(code)
}

function reportFailure(error: unknown): void {
  if (error instanceof DemoError) {
    process.stderr.write(`\n${error.message}\n`)
    return
  }
  const log = join(DEMO_FOLDER, "demo.log")
  const details = error instanceof Error ? error.stack : String(error)
  appendFileSync(log, `${details}\n`)
  process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`)
  process.stderr.write(`More is in ${relative(process.cwd(), log)}.\n`)
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    // npm and the terminal may both pass it on.
    if (!state.stopping) {
      process.stdout.write("\n  Stopping ...\n")
      void stop(0)
    }
  })
}

main(cleanUp).then(
  () => stop(0),
  (error: unknown) => {
    // What an interrupted step says is of no interest.
    if (!state.stopping) {
      reportFailure(error)
      void stop(1)
    }
  }
)
