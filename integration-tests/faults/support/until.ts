import { isDeepStrictEqual } from "node:util"
import { setTimeout as wait } from "node:timers/promises"

const PAUSE_MS = 100

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
    await wait(PAUSE_MS)
  }
}
