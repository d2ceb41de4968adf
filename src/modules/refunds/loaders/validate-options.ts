import { MedusaError } from "@medusajs/framework/utils"
import type { LoaderOptions } from "@medusajs/framework/types"
import { isDatabaseCommand } from "../database-command"
import { parseOptions } from "../options"

/**
 * Refuses to start with bad options, and names every bad field. A migration
 * needs no options, so it is only told.
 */
export default async function validateOptionsLoader({
  options,
  logger,
}: LoaderOptions<Record<string, unknown>>): Promise<void> {
  const parsed = parseOptions(options)
  if (parsed.success) {
    return
  }
  const fields = parsed.issues
    .map(({ path, message }) => `  - ${path || "options"}: ${message}`)
    .join("\n")
  const message = `medusa-plugin-refunds: these options in medusa-config.ts are not valid:\n${fields}`
  if (isDatabaseCommand(process.argv)) {
    logger?.warn(`${message}\nThe store will not start with them.`)
    return
  }
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    message,
    "invalid_options"
  )
}
