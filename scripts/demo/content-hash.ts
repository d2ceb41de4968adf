import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join, relative } from "node:path"

/**
 * A hash of the names and contents of files. Folders are read whole.
 *
 * @param paths relative to `root`; those that do not exist are left out
 * @param isInput which of the files count
 */
export function hashContents(
  root: string,
  paths: string[],
  isInput: (file: string) => boolean = () => true
): string {
  const hash = createHash("sha256")
  const files = paths
    .flatMap((path) => listFiles(join(root, path)))
    .filter(isInput)
    .sort()
  for (const file of files) {
    hash.update(relative(root, file)).update("\0")
    hash.update(readFileSync(file)).update("\0")
  }
  return hash.digest("hex")
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) {
    return []
  }
  return statSync(path).isDirectory()
    ? readdirSync(path).flatMap((name) => listFiles(join(path, name)))
    : [path]
}
