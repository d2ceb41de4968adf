import { spawn } from "node:child_process"
import { closeSync, openSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { exitCode, lastLines } from "../demo/medusa-command"

const HEALTH_TIMEOUT_MS = 180_000

/** A store that was started in production mode. */
export type ProductionStore = { address: string; stop: () => Promise<void> }

/** Starts a built store as Medusa's documentation says, and waits for it. */
export async function startProduction(
  built: string,
  port: number,
  env: NodeJS.ProcessEnv,
  log: string
): Promise<ProductionStore> {
  const out = openSync(log, "a")
  // `npx` would put processes between the store and the signal that ends it.
  const medusa = require.resolve("@medusajs/cli/cli.js", { paths: [built] })
  const child = spawn(
    process.execPath,
    [medusa, "start", "--port", String(port)],
    { cwd: built, env, stdio: ["ignore", out, out] }
  )
  closeSync(out)
  const ended = exitCode(child)
  const address = `http://localhost:${port}`
  const deadline = Date.now() + HEALTH_TIMEOUT_MS
  while (!(await isHealthy(address))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill("SIGKILL")
      throw new Error(`The store does not answer. Its log:\n${lastLines(log)}`)
    }
    await sleep(200)
  }
  return {
    address,
    stop: async () => {
      child.kill("SIGTERM")
      const late = setTimeout(() => child.kill("SIGKILL"), 10_000)
      await ended
      clearTimeout(late)
    },
  }
}

const isHealthy = async (address: string): Promise<boolean> =>
  await fetch(`${address}/health`).then(
    ({ ok }) => ok,
    () => false
  )
