declare global {
  /** Whether this is a worker of `environment.js`, whose modules outlive a test file. */
  var keepsStores: boolean | undefined
}

type Closeable = { close(): Promise<void> }

const open: (() => Promise<void>)[] = []

/**
 * Makes something once for all test files of this worker.
 *
 * @example
 * const store = kept(() => startStore())
 */
export function kept<Value extends Closeable>(
  make: () => Promise<Value>
): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => {
    made ??= make().then((value) => {
      open.push(async () => {
        made = undefined
        await value.close()
      })
      return value
    })
    return made
  }
}

/** For a Jest that has no workers, and would not end while something is open. */
export async function closeKept(): Promise<void> {
  for (const close of open.splice(0).reverse()) {
    await close()
  }
}
