/** Tells a person what happens and how long it took. */
export type Progress = <T>(
  label: string,
  work: () => Promise<T> | T
) => Promise<T>

const WIDTH = 34

/** Prints one line per step: `  PostgreSQL ................... 1.2 s`. */
export const printProgress: Progress = async (label, work) => {
  const dots = ".".repeat(Math.max(3, WIDTH - label.length))
  process.stdout.write(`  ${label} ${dots} `)
  const start = performance.now()
  try {
    const result = await work()
    const seconds = (performance.now() - start) / 1000
    process.stdout.write(`${seconds.toFixed(1)} s\n`)
    return result
  } catch (error) {
    process.stdout.write("failed\n")
    throw error
  }
}

/** For tests. */
export const silentProgress: Progress = async (_label, work) => await work()
