import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { PACKAGE_FOLDER } from "../../scripts/demo/paths"

/** The package as npm would publish it, installed. */
export type PackedPackage = {
  /** A folder whose code can import it by name. */
  consumer: string
  folder: string
  /** Paths inside the package. */
  files: string[]
  manifest: {
    name: string
    bin: Record<string, string>
    exports: Record<string, string | Record<string, string>>
    dependencies: Record<string, string>
    peerDependencies: Record<string, string>
  }
}

/**
 * Builds the package if needed, packs it, and installs it in a folder from
 * which the packages it depends on are found.
 */
export async function installPackage(): Promise<PackedPackage> {
  const cache = join(PACKAGE_FOLDER, ".cache")
  ensureBuilt(join(cache, "build.log"))
  const consumer = mkdtempSync(join(cache, "consumer-"))
  // Without scripts: `prepack` would build once more.
  const args = ["pack", "--ignore-scripts", "--pack-destination", consumer]
  execFileSync("npm", args, { cwd: PACKAGE_FOLDER, stdio: "ignore" })
  const [tarball] = readdirSync(consumer)
  const folder = join(consumer, "node_modules/medusa-plugin-refunds")
  mkdirSync(folder, { recursive: true })
  execFileSync("tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"], {
    cwd: consumer,
  })
  return {
    consumer,
    folder,
    files: listFiles(folder),
    manifest: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")),
  }
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

/** In a process of its own: Jest cannot load Vite, which builds the storefront's code. */
function ensureBuilt(log: string): void {
  execFileSync(
    process.execPath,
    [
      require.resolve("tsx/cli"),
      join(PACKAGE_FOLDER, "scripts/ensure-built.ts"),
      log,
    ],
    { cwd: PACKAGE_FOLDER, env: { ...process.env, NODE_OPTIONS: "" } }
  )
}
