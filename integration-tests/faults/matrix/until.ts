import { setTimeout as wait } from "node:timers/promises"

const EVERY_MS = 100
const LIMIT_MS = 60_000

/** Waits for a condition. @throws when it never comes */
export async function until(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  limitMs = LIMIT_MS
): Promise<void> {
  const end = Date.now() + limitMs
  while (!(await isSo())) {
    if (Date.now() > end) {
      throw new Error(`It never came: ${what}.`)
    }
    await wait(EVERY_MS)
  }
}
