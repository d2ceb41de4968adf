import { setTimeout as wait } from "node:timers/promises"
import DataLoader from "dataloader"

/** More in one statement save little, and one that fails is made again for each. */
const MOST = 50
/** Much longer than a statement takes. Others do not wait longer for one that hangs. */
const PATIENCE_MS = 50

/**
 * Lets calls of the same moment share one: the first goes at once, and those that
 * come while it runs wait for it to end and go together. Eight refunds at once
 * read their orders in two or three statements instead of eight. Nobody is given
 * what was read before they asked.
 *
 * A call that fails is made again for each that shared it, one after the other, so
 * that it fails only for those whose fault it was.
 */
export function shareReads<Key, Value>(
  readMany: (keys: readonly Key[]) => Promise<Value[]>
): (key: Key) => Promise<Value> {
  let running: Promise<unknown> = Promise.resolve()
  const loader = new DataLoader<Key, Value>(
    (keys) => {
      const values = readOrFail(readMany, keys)
      running = endOf(values)
      return values
    },
    {
      cache: false,
      maxBatchSize: MOST,
      batchScheduleFn: (go) => void running.then(go),
    }
  )
  return (key) => loader.load(key)
}

/** An error in the place of a value is for the one that asked. */
async function readOrFail<Key, Value>(
  readMany: (keys: readonly Key[]) => Promise<Value[]>,
  keys: readonly Key[]
): Promise<(Value | Error)[]> {
  try {
    return await readMany(keys)
  } catch (error) {
    if (keys.length === 1) {
      throw error
    }
    const values: (Value | Error)[] = []
    for (const key of keys) {
      values.push(
        ...(await readMany([key]).catch((its: unknown) => [asError(its)]))
      )
    }
    return values
  }
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error), { cause: error })

/** When the next ones may go, whatever came of these: `load` tells that. */
async function endOf(values: Promise<unknown>): Promise<void> {
  const patience = new AbortController()
  const { signal } = patience
  await Promise.race([
    values.catch(() => undefined),
    wait(PATIENCE_MS, undefined, { signal }).catch(() => undefined),
  ])
  patience.abort()
}

/** What a shared write says of one that it left out: it is done alone. */
export const ALONE = Symbol("alone")

/**
 * The same for writes in one database transaction, which is all or nothing. One
 * that cannot be done with the others because somebody holds its row is done alone,
 * so that it holds nobody up.
 *
 * @param writeMany `waits` where it is to wait for rows that somebody holds, and may
 *   not answer `ALONE`
 */
export function shareWrites<Input, Output>(
  writeMany: (
    inputs: readonly Input[],
    waits: boolean
  ) => Promise<(Output | typeof ALONE)[]>
): (input: Input) => Promise<Output> {
  const together = shareReads((inputs: readonly Input[]) =>
    writeMany(inputs, false)
  )
  return async (input) => {
    const done = await together(input)
    if (done !== ALONE) {
      return done as Output
    }
    const [alone] = await writeMany([input], true)
    return alone as Output
  }
}
