import { MedusaError } from "@medusajs/framework/utils"

/**
 * The bare name is no entry point. Medusa asks for it where a store lists the
 * plugin as a module, so this says where it belongs.
 */
throw new MedusaError(
  MedusaError.Types.INVALID_ARGUMENT,
  "medusa-plugin-refunds is a Medusa plugin: medusa-config.ts lists it under `plugins`, not under `modules`. Code imports from medusa-plugin-refunds/workflows, /doctor, /types, /api or /domain."
)
