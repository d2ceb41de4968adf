import { basename } from "node:path"
import ts from "typescript"

/** The errors of files, checked as strictly as TypeScript can. */
export function compile(...files: string[]): string[] {
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    types: ["node"],
  })
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file ? basename(file.fileName) : ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`
    )
}
