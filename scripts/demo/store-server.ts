import { setTimeout as sleep } from "node:timers/promises"
import { exitCode, lastLines, spawnMedusa } from "./medusa-command"
import { STORE_FOLDER } from "./paths"

const HEALTH_TIMEOUT_MS = 120_000
const STOP_TIMEOUT_MS = 10_000

/** A running store. */
export type StoreServer = {
  address: string
  pid: number
  /** Resolves when it has ended, asked for or not. */
  ended: Promise<unknown>
  stop: () => Promise<void>
}

/** Starts the store and waits until it answers. */
export async function startStoreServer(
  port: number,
  env: Record<string, string>,
  log: string
): Promise<StoreServer> {
  const child = spawnMedusa({
    args: ["start", "--host", "127.0.0.1", "--port", String(port)],
    cwd: STORE_FOLDER,
    env,
    log,
    // Ctrl-C reaches every process of a terminal; this one is stopped by us.
    detached: true,
  })
  const ended = exitCode(child)
  const stop = async () => {
    child.kill("SIGTERM")
    const timeout = sleep(STOP_TIMEOUT_MS, "timeout", { ref: false })
    if ((await Promise.race([ended, timeout])) === "timeout") {
      child.kill("SIGKILL")
      await ended
    }
  }
  const address = `http://localhost:${port}`
  try {
    await waitUntilHealthy(address, ended, log)
  } catch (error) {
    await stop()
    throw error
  }
  return { address, pid: child.pid ?? 0, ended, stop }
}

async function waitUntilHealthy(
  address: string,
  ended: Promise<unknown>,
  log: string
): Promise<void> {
  const state = { ended: false }
  void ended.then(() => (state.ended = true))
  const deadline = Date.now() + HEALTH_TIMEOUT_MS
  while (!(await isHealthy(address))) {
    if (state.ended || Date.now() > deadline) {
      const what = state.ended ? "stopped" : "does not answer"
      throw new Error(`The store ${what}. Its log ends:\n${lastLines(log)}`)
    }
    await sleep(100)
  }
}

async function isHealthy(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/health`)).ok
  } catch {
    return false
  }
}
