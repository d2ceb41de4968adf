import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { dirname } from "node:path"

/**
 * Does a piece of work unless it was done for the same inputs before.
 *
 * @param file remembers the inputs of the last time it was done
 * @returns whether there was anything to do
 */
export async function onceFor(
  file: string,
  inputs: string,
  work: () => Promise<void>
): Promise<boolean> {
  if (existsSync(file) && readFileSync(file, "utf8") === inputs) {
    return false
  }
  rmSync(file, { force: true })
  await work()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, inputs)
  return true
}
