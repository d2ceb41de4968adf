import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const INLINE = /\n\/\/# sourceMappingURL=data:\S*\s*$/

/**
 * Takes the inline source maps out of built files. Medusa's compiler always
 * writes them; they are half of the package, and the sources are not in it.
 */
export function stripSourceMaps(folder: string): void {
  for (const entry of readdirSync(folder, {
    recursive: true,
    encoding: "utf8",
  })) {
    if (entry.endsWith(".js")) {
      const file = join(folder, entry)
      const code = readFileSync(file, "utf8")
      const stripped = code.replace(INLINE, "\n")
      if (stripped !== code) {
        writeFileSync(file, stripped)
      }
    }
  }
}
