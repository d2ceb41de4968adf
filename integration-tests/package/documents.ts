import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { PACKAGE_FOLDER } from "../../scripts/demo/paths"

/** The documents for people who use the package, as paths in the repository. */
export const DOCUMENTS: readonly string[] = [
  "README.md",
  ...readdirSync(join(PACKAGE_FOLDER, "docs"), {
    recursive: true,
    encoding: "utf8",
  })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
]

export const readDocument = (file: string): string =>
  readFileSync(join(PACKAGE_FOLDER, file), "utf8")

/** The TypeScript of a document, one text per fenced block. */
export const typescriptOf = (document: string): string[] =>
  [...document.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code)

/** Where the links of a document lead that are neither addresses nor anchors. */
export const relativeLinks = (document: string): string[] =>
  [...document.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^(https?:|#)/.test(target))
