import { MedusaError } from "@medusajs/framework/utils"
import type { LoaderOptions } from "@medusajs/framework/types"
import { parseOptions } from "../options"

/** Refuses to start with bad options, and names every bad field. */
export default async function validateOptionsLoader({
  options,
}: LoaderOptions<Record<string, unknown>>): Promise<void> {
  const parsed = parseOptions(options)
  if (!parsed.success) {
    const fields = parsed.issues
      .map(({ path, message }) => `  - ${path || "options"}: ${message}`)
      .join("\n")
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `medusa-plugin-refunds: these options in medusa-config.ts are not valid:\n${fields}`,
      "invalid_options"
    )
  }
}
