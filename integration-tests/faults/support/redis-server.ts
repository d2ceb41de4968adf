import { spawn, type ChildProcess } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { exitCode } from "../../../scripts/demo/medusa-command"
import { findFreePort } from "../../postgres/free-port"

/** A Redis of one test, which keeps nothing. */
export type RedisServer = { url: string; stop(): Promise<void> }

/**
 * The Redis that `TEST_REDIS_URL` names, or else the machine's `redis-server` on a
 * free loopback port.
 *
 * @throws when there is neither
 */
export async function startRedisServer(): Promise<RedisServer> {
  const { TEST_REDIS_URL } = process.env
  if (TEST_REDIS_URL) {
    return { url: TEST_REDIS_URL, stop: async () => undefined }
  }
  const port = await findFreePort()
  const folder = mkdtempSync(join(tmpdir(), "refunds-redis-"))
  const child = spawn(
    "redis-server",
    [
      ...["--port", String(port), "--bind", "127.0.0.1"],
      ...["--save", "", "--appendonly", "no", "--dir", folder],
    ],
    { stdio: ["ignore", "pipe", "ignore"] }
  )
  const kill = () => void child.kill("SIGKILL")
  // A test run that is ended half way must not leave it behind.
  process.once("exit", kill)
  const stop = async () => {
    process.off("exit", kill)
    kill()
    await exitCode(child)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await untilReady(child)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  return { url: `redis://127.0.0.1:${port}`, stop }
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ""
    child.stdout?.on("data", (text: Buffer) => {
      log += text.toString()
      if (log.includes("Ready to accept connections")) {
        resolve()
      }
    })
    child.once("error", (cause) =>
      reject(
        new Error(
          `This test needs the program redis-server (${cause.message}). ` +
            "Install it, for example with: apt-get install redis-server"
        )
      )
    )
    child.once("exit", (code) =>
      reject(new Error(`redis-server ended with ${code}:\n${log}`))
    )
  })
}
