import { readFileSync } from "node:fs"
import { join } from "node:path"
import { PACKAGE_FOLDER } from "../demo/paths"

const SECTION = "## Install it into your store"
/** Where a store's own settings stand in the snippet of `medusa-config.ts`. */
const STORES_OWN = "  // projectConfig and modules as they are\n"

/** What the README tells a store's developer to do. */
export type Instructions = {
  install: string
  /** @param own the store's own settings, as they stand in `defineConfig` */
  config: (own: string) => string
  migrate: string
}

/** Reads the instructions from the README itself, so that they cannot drift. */
export function instructions(): Instructions {
  const readme = readFileSync(join(PACKAGE_FOLDER, "README.md"), "utf8")
  const [, section = ""] = readme.split(SECTION)
  const [install, config, migrate] = [
    ...section.matchAll(/```(?:bash|ts)\n(.*?)```/gs),
  ].map(([, code]) => code)
  if (!install || !config?.includes(STORES_OWN) || !migrate) {
    throw new Error(
      `"${SECTION}" of README.md does not begin with installation, config and migration.`
    )
  }
  return {
    install: install.trim(),
    config: (own) => config.replace(STORES_OWN, own),
    migrate: migrate.trim(),
  }
}
