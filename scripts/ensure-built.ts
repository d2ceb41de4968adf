import { buildPlugin } from "./demo/build-plugin"

/** Builds the package unless it is built, for tests: Jest cannot load Vite itself. */
buildPlugin(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
