import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buildPlugin } from "../../scripts/demo/build-plugin"
import { PACKAGE_FOLDER } from "../../scripts/demo/paths"

/** The package as npm would publish it, unpacked. */
export type PackedPackage = {
  folder: string
  /** Paths inside the package. */
  files: string[]
  manifest: {
    name: string
    exports: Record<string, string | Record<string, string>>
    dependencies: Record<string, string>
    peerDependencies: Record<string, string>
  }
}

/** Builds the package if needed, packs it and unpacks it. */
export async function packPackage(): Promise<PackedPackage> {
  await buildPlugin(join(PACKAGE_FOLDER, ".cache/build.log"))
  const folder = mkdtempSync(join(tmpdir(), "refunds-package-"))
  // Without scripts: `prepack` would build once more.
  const args = ["pack", "--ignore-scripts", "--pack-destination", folder]
  execFileSync("npm", args, { cwd: PACKAGE_FOLDER, stdio: "ignore" })
  const [tarball] = readdirSync(folder)
  execFileSync("tar", ["-xzf", tarball], { cwd: folder })
  const content = join(folder, "package")
  return {
    folder: content,
    files: readdirSync(content, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => file.slice(content.length + 1)),
    manifest: JSON.parse(readFileSync(join(content, "package.json"), "utf8")),
  }
}
