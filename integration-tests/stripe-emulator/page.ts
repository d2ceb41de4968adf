import { readFileSync } from "node:fs"
import { join } from "node:path"

/** What the emulated Dashboard shows: one page without anything from outside. */
export const PAGE = readFileSync(join(__dirname, "page.html"), "utf8")
