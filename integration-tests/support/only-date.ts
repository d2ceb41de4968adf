/**
 * Moves `Date`, and leaves timers and ticks real.
 *
 * @returns sets it back
 * @example
 * const restore = onlyDate(Date.now() + HOUR)
 */
export function onlyDate(now: number): () => void {
  jest.useFakeTimers({ now, doNotFake: NOT_TIME })
  return () => jest.useRealTimers()
}

type FakeableApi = NonNullable<
  Extract<
    Parameters<typeof jest.useFakeTimers>[0],
    { doNotFake?: unknown }
  >["doNotFake"]
>[number]

const NOT_TIME: FakeableApi[] = [
  "hrtime",
  "nextTick",
  "performance",
  "queueMicrotask",
  "setImmediate",
  "clearImmediate",
  "setInterval",
  "clearInterval",
  "setTimeout",
  "clearTimeout",
]
