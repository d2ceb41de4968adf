#!/usr/bin/env node
import { spawnSync } from "node:child_process"
import { createRequire } from "node:module"
import { join } from "node:path"

const USAGE =
  "Usage, in the folder of medusa-config.ts:\n  npx medusa-plugin-refunds doctor [--repair] [--order <id>] [--json] [--out <file>]\n"
const NOT_RUN = 2

/**
 * The plugin's command: runs one of its scripts by `medusa exec`, wherever
 * the package manager has put the plugin and Medusa's command line.
 *
 * @returns the exit code
 */
function main([command, ...options]: string[]): number {
  if (command !== "doctor") {
    process.stderr.write(USAGE)
    return NOT_RUN
  }
  const medusa = medusaOf(process.cwd())
  if (!medusa) {
    process.stderr.write(`There is no @medusajs/cli here.\n${USAGE}`)
    return NOT_RUN
  }
  const script = join(__dirname, "refunds-doctor.js")
  // eslint-disable-next-line no-restricted-syntax -- handed on, not read for options
  const { env } = process
  // Medusa logs to standard output before the script is loaded.
  const quiet = options.includes("--json") ? { LOG_LEVEL: "error" } : {}
  const { status } = spawnSync(
    process.execPath,
    [medusa, "exec", script, "--", ...options],
    { stdio: "inherit", env: { ...quiet, ...env } }
  )
  return status ?? NOT_RUN
}

/** Medusa's command line, as the store in `folder` finds it. */
function medusaOf(folder: string): string | null {
  try {
    return createRequire(join(folder, "package.json")).resolve(
      "@medusajs/cli/cli.js"
    )
  } catch {
    return null
  }
}

process.exitCode = main(process.argv.slice(2))
