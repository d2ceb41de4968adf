import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

/** What a store's own code may send along for its hooks, as in Medusa's routes. */
export const additionalData = z.record(z.string(), z.unknown()).nullish()

/**
 * The schema of a body whose `additional_data` is checked by the store: its
 * middleware may name an `additionalDataValidator` for the route.
 */
export const withAdditionalData = <
  Schema extends z.ZodObject<{ additional_data: typeof additionalData }>,
>(
  schema: Schema,
  { additionalDataValidator }: Pick<MedusaRequest, "additionalDataValidator">
): Schema =>
  additionalDataValidator
    ? (schema.extend({
        additional_data: additionalDataValidator,
      }) as z.ZodObject as Schema)
    : schema
