import { join } from "node:path"
import { withFileLock } from "../../integration-tests/postgres/file-lock"
import { buildAdmin, linkPlugin } from "./build-admin"
import { buildPlugin } from "./build-plugin"
import { buildStorefrontPage } from "./build-storefront-page"
import { mkdirSync } from "node:fs"
import { PACKAGE_FOLDER } from "./paths"
import type { Progress } from "./progress"

/** Builds the package and the store's admin where their inputs have changed. */
export async function buildAll(
  log: string,
  progress: Progress,
  signal: AbortSignal
): Promise<void> {
  const cache = join(PACKAGE_FOLDER, ".cache")
  mkdirSync(cache, { recursive: true })
  await withFileLock(
    join(cache, "build.lock"),
    async () => {
      await progress("Plugin", () => buildPlugin(log, signal))
      linkPlugin()
      await progress("Admin", () => buildAdmin(log, signal))
      await progress("Storefront", buildStorefrontPage)
    },
    300_000
  )
}
