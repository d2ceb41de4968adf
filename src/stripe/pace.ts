import { setTimeout as wait } from "node:timers/promises"

/** Runs calls at no more than a number per second, one waiting for the other. */
export type Pace = <Result>(
  call: () => Promise<Result>,
  requests?: number
) => Promise<Result>

const TRIES = 6
const FIRST_PAUSE_MS = 500

/**
 * Makes a pace for calls to Stripe. A 429 is repeated after growing pauses;
 * meanwhile nothing else of this pace is sent.
 *
 * @param perSecond requests per second; one call may stand for several
 */
export function createPace(
  perSecond: number,
  sleep: (ms: number) => Promise<unknown> = wait,
  now: () => number = Date.now
): Pace {
  let free = now()
  return async (call, requests = 1) => {
    for (let attempt = 1; ; attempt++) {
      const start = Math.max(free, now())
      free = start + (requests * 1000) / perSecond
      await sleep(Math.max(0, start - now()))
      try {
        return await call()
      } catch (error) {
        if (!isRateLimit(error) || attempt === TRIES) {
          throw error
        }
        free = Math.max(free, now() + FIRST_PAUSE_MS * 2 ** (attempt - 1))
      }
    }
  }
}

/** Errors that crossed a workflow have lost their class, hence the status. */
const isRateLimit = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "statusCode" in error &&
  error.statusCode === 429
