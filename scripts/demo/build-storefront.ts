import { join } from "node:path"
import ts from "typescript"
import { PACKAGE_FOLDER } from "./paths"

const SOURCE = join(PACKAGE_FOLDER, "src/storefront")
const OUTPUT = join(PACKAGE_FOLDER, ".medusa/server/src/storefront")

const FORMATS = [
  { format: "es", extension: "mjs" },
  { format: "cjs", extension: "js" },
] as const

/**
 * Builds what storefronts import. Medusa's compiler does not: it has neither JSX nor
 * the types of a browser, and makes only CommonJS.
 *
 * @throws what TypeScript or Vite found wrong
 */
export async function buildStorefront(): Promise<void> {
  writeTypes()
  const { build } = await import("vite")
  for (const { format, extension } of FORMATS) {
    await build({
      configFile: false,
      root: PACKAGE_FOLDER,
      publicDir: false,
      logLevel: "error",
      // Where NODE_ENV is "test", Vite would write `jsxDEV`, which React does not have in
      // production: a shop's page would break.
      esbuild: { jsx: "automatic", jsxDev: false },
      build: {
        outDir: OUTPUT,
        emptyOutDir: false,
        target: "es2022",
        minify: false,
        lib: {
          entry: {
            index: join(SOURCE, "index.ts"),
            "react/index": join(SOURCE, "react/index.ts"),
          },
          formats: [format],
          fileName: (_format, name) => `${name}.${extension}`,
        },
        rollupOptions: {
          external: /^react(\/|$)/,
          output: {
            chunkFileNames: `shared.${extension}`,
            // React Server Components have to know that these run in a browser.
            banner: ({ name }) =>
              name === "react/index" ? '"use client";' : "",
          },
        },
      },
    })
  }
}

/** Writes the declarations, and checks the code while it is at it. */
function writeTypes(): void {
  const file = join(SOURCE, "tsconfig.json")
  const { config, error } = ts.readConfigFile(file, ts.sys.readFile)
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    SOURCE
  )
  const program = ts.createProgram(
    fileNames.filter((name) => !/\.spec\.tsx?$/.test(name)),
    {
      ...options,
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: PACKAGE_FOLDER,
      outDir: join(PACKAGE_FOLDER, ".medusa/server"),
    }
  )
  const problems = [
    ...(error ? [error] : []),
    ...ts.getPreEmitDiagnostics(program),
  ]
  if (problems.length) {
    throw new Error(
      ts.formatDiagnostics(problems, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => PACKAGE_FOLDER,
        getNewLine: () => "\n",
      })
    )
  }
  program.emit(undefined, (path, text) => {
    // The types that it imports are written by Medusa's compiler.
    if (path.startsWith(OUTPUT)) {
      ts.sys.writeFile(path, text)
    }
  })
}
