import { type ChildProcess, spawn } from "node:child_process"
import { join } from "node:path"
import Stripe from "stripe"

const EMULATOR = join(__dirname, "../../stripe-emulator/cli.ts")

export type StripeProcess = { client: Stripe; port: number; stop: () => void }

/** The emulator in a process of its own, so that its work is not counted. */
export async function startStripeProcess(): Promise<StripeProcess> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", EMULATOR, "--port", "0"],
    { stdio: ["ignore", "pipe", "inherit"] }
  )
  const port = await portOf(child)
  const client = new Stripe("sk_test_emulator", {
    host: "127.0.0.1",
    port,
    protocol: "http",
    telemetry: false,
  })
  return { client, port, stop: () => child.kill() }
}

const portOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error("The emulator did not start.")))
    child.stdout?.on("data", (said: Buffer) => {
      const port = /:(\d+)/.exec(String(said))?.[1]
      if (port) {
        resolve(Number(port))
      }
    })
  })
