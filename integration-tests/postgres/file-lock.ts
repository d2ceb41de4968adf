import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { isAlive } from "./processes"

const POLL_MS = 50

/**
 * Runs `work` while no other process on this machine holds the lock `file`.
 * A lock left behind by a process that was killed is taken over.
 *
 * @throws when the lock is not free within `timeoutMs`.
 */
export async function withFileLock<T>(
  file: string,
  work: () => Promise<T>,
  timeoutMs = 120_000
): Promise<T> {
  const attempts = Math.ceil(timeoutMs / POLL_MS)
  for (let attempt = 0; !take(file); attempt++) {
    if (attempt >= attempts) {
      throw new Error(`${file} is still held by process ${holder(file)}`)
    }
    removeIfStale(file)
    await sleep(POLL_MS)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" })
    return true
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") {
      return false
    }
    throw error
  }
}

function holder(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, "utf8"), 10)
    return Number.isNaN(pid) ? undefined : pid
  } catch {
    return undefined
  }
}

function removeIfStale(file: string): void {
  const pid = holder(file)
  if (pid === undefined || isAlive(pid)) {
    return
  }
  // Renaming first makes sure that only one waiting process removes it, and
  // reading again that it is still the lock of the process that is gone.
  const taken = `${file}.${process.pid}`
  try {
    renameSync(file, taken)
    if (holder(taken) === pid) {
      rmSync(taken, { force: true })
    } else {
      renameSync(taken, file)
    }
  } catch {
    // Another process was faster.
  }
}
