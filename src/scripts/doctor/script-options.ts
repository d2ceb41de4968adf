import { parseArgs } from "node:util"
import { MedusaError } from "@medusajs/framework/utils"

/** What the doctor was asked for on the command line. */
export type ScriptOptions = {
  json: boolean
  repair: boolean
  order?: string
  out?: string
}

/**
 * Reads what follows the script's file on the command line. `medusa exec` hands
 * on plain words only: it takes `--json` for its own, and refuses other options
 * that do not come after `--`.
 *
 * @throws for what it does not know
 * @example
 * scriptOptions(["exec", "./refunds-doctor.js", "--", "--repair"]) // { json: false, repair: true }
 */
export function scriptOptions(argv: string[]): ScriptOptions {
  const exec = argv.indexOf("exec")
  const { values, positionals } = parseArgs({
    args: argv.slice(exec + 1).filter((word) => word !== "--"),
    options: {
      json: { type: "boolean", default: false },
      repair: { type: "boolean", default: false },
      order: { type: "string" },
      out: { type: "string" },
    },
    allowPositionals: true,
  })
  const [, ...unknown] = positionals
  if (unknown.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Unexpected "${unknown.join(" ")}".`
    )
  }
  return { ...values }
}
