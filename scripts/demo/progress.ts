/** Tells a person what happens and how long it took. */
export type Progress = <T>(
  label: string,
  work: () => Promise<T> | T
) => Promise<T>

const WIDTH = 34

/** Prints one line per step: `  PostgreSQL ................... 1.2 s`. */
export function printProgress(stream: NodeJS.WritableStream): Progress {
  return async (label, work) => {
    const dots = ".".repeat(Math.max(3, WIDTH - label.length))
    stream.write(`  ${label} ${dots} `)
    const start = performance.now()
    const result = await work()
    const seconds = (performance.now() - start) / 1000
    stream.write(`${seconds.toFixed(1)} s\n`)
    return result
  }
}
