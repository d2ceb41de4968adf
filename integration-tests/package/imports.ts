import { readFileSync } from "node:fs"
import { builtinModules } from "node:module"
import ts from "typescript"

/** The packages that a built file imports, without those of Node itself. */
export function importedPackages(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(
    readFileSync(file, "utf8"),
    true,
    true
  )
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((name) => !name.startsWith(".") && !isBuiltIn(name))
    .map((name) =>
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/")
    )
}

function isBuiltIn(name: string): boolean {
  return name.startsWith("node:") || builtinModules.includes(name)
}
