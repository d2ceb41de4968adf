import { parseArgs } from "node:util"
import { REAL_DELAYS, startStripeEmulator } from "./index"

/** Usage: tsx cli.ts --port 12111 --state file.json [--webhook url=secret]... */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "12111" },
      state: { type: "string" },
      webhook: { type: "string", multiple: true, default: [] },
    },
  })
  const emulator = await startStripeEmulator({
    port: Number.parseInt(values.port, 10),
    stateFile: values.state,
    delays: REAL_DELAYS,
    webhooks: values.webhook.map((pair) => {
      const split = pair.lastIndexOf("=")
      return { url: pair.slice(0, split), secret: pair.slice(split + 1) }
    }),
  })
  process.stdout.write(`Stripe emulator: ${emulator.url}\n`)
  const stop = () => void emulator.close().then(() => process.exit(0))
  process.once("SIGINT", stop)
  process.once("SIGTERM", stop)
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`
  )
  process.exitCode = 1
})
