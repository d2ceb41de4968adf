import { existsSync, lstatSync, mkdirSync, rmSync, symlinkSync } from "node:fs"
import { dirname, join } from "node:path"
import { hashPlugin } from "./build-plugin"
import { hashContents } from "./content-hash"
import { onceFor } from "./marker"
import { runMedusa } from "./medusa-command"
import { PACKAGE_FOLDER, STORE_FOLDER } from "./paths"

const OUTPUT = join(STORE_FOLDER, ".medusa/admin")
const MARKER = join(STORE_FOLDER, ".medusa/admin-inputs")

/**
 * Makes the package known to the demo store by its name, as `npm install`
 * would: Medusa imports a plugin's admin extensions by package name.
 */
export function linkPlugin(): void {
  link(PACKAGE_FOLDER, join(STORE_FOLDER, "node_modules/medusa-plugin-refunds"))
}

/**
 * Builds the store's admin with the plugin's part in it, unless it is built
 * already, and puts it where the server looks for it.
 *
 * @returns whether there was anything to do
 */
export async function buildAdmin(
  log: string,
  signal?: AbortSignal
): Promise<boolean> {
  if (!existsSync(join(OUTPUT, "index.html"))) {
    rmSync(MARKER, { force: true })
  }
  const store = hashContents(STORE_FOLDER, ["medusa-config.ts", "package.json"])
  return await onceFor(MARKER, `${hashPlugin()} ${store}`, async () => {
    await runMedusa(
      {
        args: ["build", "--admin-only", "--no-lint"],
        cwd: STORE_FOLDER,
        env: {},
        log,
      },
      signal
    )
    link(OUTPUT, join(STORE_FOLDER, "public/admin"))
  })
}

function link(target: string, path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })) {
    rmSync(path, { recursive: true })
  }
  mkdirSync(dirname(path), { recursive: true })
  symlinkSync(target, path, "junction")
}
