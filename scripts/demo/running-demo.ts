import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { isProcessOf } from "../../integration-tests/postgres/processes"
import { DemoError } from "./demo-error"
import type { CleanUp } from "./clean-up"

/**
 * Notes that this process runs the demo.
 *
 * @throws when another one does already.
 */
export function claimDemo(pidFile: string, cleanUp: CleanUp): void {
  const pid = findDemoProcess(pidFile)
  if (pid !== undefined) {
    throw new DemoError(
      `The demo is running already (process ${pid}). Stop it with Ctrl-C ` +
        "where it was started, or with `npm run demo:reset`."
    )
  }
  writeFileSync(pidFile, String(process.pid))
  cleanUp.add(() => rmSync(pidFile, { force: true }))
}

/**
 * Stops a demo that runs in another process.
 *
 * @returns whether there was one
 */
export async function stopDemoProcess(pidFile: string): Promise<boolean> {
  return await stopProcess(findDemoProcess(pidFile))
}

/**
 * Stops the store of a demo that was killed and could not stop it itself: it
 * still holds the port.
 */
export async function stopOrphanedStore(pidFile: string): Promise<void> {
  await stopProcess(findProcess(pidFile, "medusajs"))
}

async function stopProcess(pid: number | undefined): Promise<boolean> {
  if (pid === undefined) {
    return false
  }
  process.kill(pid, "SIGTERM")
  while (isProcessOf(pid, "")) {
    await sleep(100)
  }
  return true
}

function findDemoProcess(pidFile: string): number | undefined {
  return findProcess(pidFile, "start.ts")
}

function findProcess(pidFile: string, program: string): number | undefined {
  if (!existsSync(pidFile)) {
    return undefined
  }
  const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10)
  // After a crash the number may belong to any other program.
  return isProcessOf(pid, program) ? pid : undefined
}
