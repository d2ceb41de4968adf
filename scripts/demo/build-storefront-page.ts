import { existsSync, rmSync } from "node:fs"
import { join } from "node:path"
import { hashPlugin } from "./build-plugin"
import { hashContents } from "./content-hash"
import { onceFor } from "./marker"
import { STORE_FOLDER } from "./paths"

const SOURCE = join(STORE_FOLDER, "storefront")
const MARKER = join(STORE_FOLDER, ".medusa/storefront-inputs")

/** The built storefront. */
export const STOREFRONT_OUTPUT = join(STORE_FOLDER, ".medusa/storefront")

/**
 * Builds the demo's storefront with the built plugin's components, unless it is built
 * already.
 *
 * @returns whether there was anything to do
 */
export async function buildStorefrontPage(): Promise<boolean> {
  if (!existsSync(join(STOREFRONT_OUTPUT, "index.html"))) {
    rmSync(MARKER, { force: true })
  }
  const inputs = `${hashPlugin()} ${hashContents(SOURCE, ["."])}`
  return await onceFor(MARKER, inputs, async () => {
    const { build } = await import("vite")
    await build({
      configFile: false,
      root: SOURCE,
      base: "./",
      logLevel: "error",
      esbuild: { jsx: "automatic", jsxDev: false },
      build: { outDir: STOREFRONT_OUTPUT, emptyOutDir: true },
    })
  })
}
