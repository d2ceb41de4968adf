import { existsSync, rmSync } from "node:fs"
import { join } from "node:path"
import { buildStorefront } from "./build-storefront"
import { hashContents } from "./content-hash"
import { onceFor } from "./marker"
import { runMedusa } from "./medusa-command"
import { PACKAGE_FOLDER } from "./paths"
import { stripSourceMaps } from "./strip-source-maps"

const OUTPUT = join(PACKAGE_FOLDER, ".medusa/server")
const MARKER = join(PACKAGE_FOLDER, ".medusa/plugin-inputs")

/** A hash of everything that decides what the built package contains. */
export function hashPlugin(): string {
  return hashContents(
    PACKAGE_FOLDER,
    [
      "src",
      "package.json",
      "package-lock.json",
      "tsconfig.json",
      "scripts/demo/build-storefront.ts",
    ],
    (file) => !/\.spec\.tsx?$/.test(file)
  )
}

/**
 * Builds the package into `.medusa/server`, unless it is built already.
 *
 * @returns whether there was anything to do
 */
export async function buildPlugin(
  log?: string,
  signal?: AbortSignal
): Promise<boolean> {
  if (!existsSync(OUTPUT)) {
    forgetBuild()
  }
  // In production Medusa logs JSON, which is not for people.
  const env = { NODE_ENV: log ? "production" : "development" }
  return await onceFor(MARKER, hashPlugin(), async () => {
    await runMedusa(
      { args: ["plugin:build"], cwd: PACKAGE_FOLDER, env, log },
      signal
    )
    await buildStorefront()
    stripSourceMaps(OUTPUT)
  })
}

/** Makes the next `buildPlugin` build whatever there is. */
export function forgetBuild(): void {
  rmSync(MARKER, { force: true })
}
