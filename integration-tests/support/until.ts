import { isDeepStrictEqual } from "node:util"
import { setTimeout as wait } from "node:timers/promises"

const EVERY_MS = 50

/**
 * Waits until something is so.
 *
 * @param what for the error that says what never came
 */
export async function until(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  withinMs = 60_000
): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await isSo())) {
    if (Date.now() > end) {
      throw new Error(`It never came: ${what}.`)
    }
    await wait(EVERY_MS)
  }
}

/**
 * Reads until it is what is expected, or the time is over.
 *
 * @returns what was read last, for the test to compare
 */
export async function readUntil<Value>(
  expected: Value,
  read: () => Promise<Value>,
  withinMs = 30_000
): Promise<Value> {
  const end = Date.now() + withinMs
  for (;;) {
    const value = await read()
    if (isDeepStrictEqual(value, expected) || Date.now() > end) {
      return value
    }
    await wait(EVERY_MS)
  }
}
